# Where there are no buttons: numbered lists, codes for what decides, answers to what people type.

verb-reviews-approve = APPROVE | OK
verb-reviews-return = RETURN
verb-reviews-undo = UNDO
verb-reviews-reverse = REVERSE
verb-bulk-approve = APPROVE | OK
verb-bulk-undo = UNDO
verb-changes-approve = APPROVE | OK
verb-changes-return = RETURN
verb-appeals-withdraw = WITHDRAW
verb-attendance-yes = YES
verb-attendance-no = NO
verb-attendance-everybody = EVERYBODY
verb-substitutes-end = END
verb-pages-revoke = REVOKE
verb-rulings-confirm = CONFIRM
verb-paper-confirm = CONFIRM
verb-broadcast-send = SEND

before-number = number | choose | option
back-words = back

hint-numbers = Type a number to choose:
hint-ticks = Type a number to choose, or several at once (such as 1 3 5):
hint-listed = Type a number from above, or:
hint-ticks-listed = Type numbers from above, one or several (such as 1 3 5), or:
hint-above = Type a number from above.
hint-rest = Choose a button below, or type a number:
hint-letters = Type your answer, or a letter to choose:
# The numbers in the line below are answers, letters lead elsewhere.
hint-own-keys = Type a number, or a letter to choose:
hint-codes = Type a number, or a code, to choose:
coded = { $verb } { $code } – { $label }
more = More
more-title = More to choose from

echo = ✓ { $typed }. { $label }
echo-number = ✓ { $number }
echo-code = ✓ { $verb } { $code } – { $label }
alone = { $lines }

answered =
    This list has been answered already
    Type MENU for a new one.
no-menu =
    There is no list to choose from by number now
    A list sent more than a day ago can no longer be chosen from. Type MENU to see what you can do.
not-listed =
    The list has no { $said }
    Please choose again from above, or type MENU.
one-decision =
    One decision at a time, please
    Type a code: { $codes }.
use-code =
    Several things wait for a decision, so please use the code
    For the latest one, type: { $codes }.
just-shown =
    This has only just been shown, so the number was not taken
    Please look at it, then type the number again.
just-shown-coded =
    This has only just been shown, so the number was not taken
    For what it is about, please type the code: { $codes }.
long-ago =
    This was shown more than a day ago
    To decide it, type its code: { $codes }.
say-verb =
    This is the code of something to decide; the decision is missing
    Please type: { $codes }.
say-code =
    The code of what you decide is missing
    For the latest one, please type: { $codes }.
code-gone =
    There is no code { $code }
    It may have expired or been replaced. Type MENU to open your work again.
