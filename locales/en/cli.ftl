wrong-settings = { $count } settings are wrong; nothing was started, nothing was changed:
setting = { $name }{ $line ->
        [0] { "" }
       *[other] { " " }({ $file }, line { $line })
    }: { $reason } Example: { $name }={ $example }
setting-unknown = there is no setting of this name; did you mean { $guess }?
setting-token = this is not what BotFather (Telegram) or Zalo Bot Creator gives (digits, a colon, a long word); several bots are written “name=token”, separated by commas.
setting-twice = a token or a bot's name stands there twice.
setting-one-of = the value is none of those that are taken.
setting-number = it must be a number.
setting-port = a port is from 0 to 65535.
setting-a-week = days of reminders a week are from 1 to 7.
setting-pace = messages a second are from 0 (no limit) to 1000.
setting-yes-no = only true or false.
setting-url = it must be a whole http:// or https:// address, without a question mark.
setting-secret = letters A–Z, digits, hyphen and underscore only; 1–256 of them.
setting-zalo-secret = letters A–Z, digits, hyphen and underscore only; 8–256 of them.
setting-plan = from 0 (no limit) to 10,000,000.
setting-digits = digits only, as Zalo's console shows them.
setting-site = the content of the tag zalo-platform-site-verification: letters, digits, hyphen, underscore.
setting-hosts = names of hosts, such as zdn.vn, separated by commas.
setting-needed-oa = it is needed for a Zalo Official Account: ZALO_OA_ID, ZALO_OA_APP_ID and ZALO_OA_APP_SECRET go together.
setting-host = it must be a host name or an IP address, without a port.
setting-database = it must begin with sqlite:/// or postgres:// and name a database.
setting-files = it must begin with file:/// or s3://bucket.
setting-folder = it must be a folder; there is a file in its place.
setting-zone = this is no time zone of the IANA list.
setting-needed = it is needed to receive by webhook (TELEGRAM_MODE, ZALO_MODE) or with a Zalo Official Account.
nothing-to-run = There is no bot to run. Set TELEGRAM_TOKEN; or SANDBOX=true to open the sandbox on the database of DATABASE_URL.
database-unreachable =
    The database cannot be opened: { $reason }
    Check DATABASE_URL, that PostgreSQL runs and the account may connect; or leave DATABASE_URL out to use SQLite.
files-unusable = The file store { $where } cannot be used: { $reason }. Check FILES_URL and its rights (S3: the AWS_… variables).
cannot-listen = { $host }:{ $port } cannot be opened ({ $reason }). The product may be running already; change HTTP_PORT or HTTP_HOST.
already-running =
    The product is running already on { $file } (process { $pid }); this one stops, nothing has changed.
    A SQLite file is for one process. For several, use PostgreSQL (DATABASE_URL).
sandbox-open = The sandbox is ready. Open { $address } (Ctrl+C stops it).
bot-runs = Bot { $bot } takes messages ({ $mode }).
stopping = Stopping: finishing what has begun…
migrated = The database is up to date.
doctor-settings = ✓ The settings can be read, no name is mistyped.
doctor-sum = { $bad ->
    [0] Everything is ready.
    [one] One thing needs mending.
   *[other] { $bad } things need mending.
}
doctor-folder = The data folder { $folder } can be written, with room to spare.
doctor-folder-bad = The folder { $folder } cannot be written ({ $reason }). Make it or change its rights (chown, chmod u+rwx), or change DATA_DIR.
doctor-disk = The disk of { $folder } has only { $free } MB left. Free some, or move DATA_DIR.
doctor-database = The { $kind } database opens, its tables are up to date.
doctor-database-old = The { $kind } database opens; its tables will be made or brought up to date at the next run (or now: hanhtrinh migrate).
doctor-people = { $count ->
    [0] Nobody is in the roster yet. Next: hanhtrinh roster template roster.xlsx
    [one] The roster has one person.
   *[other] The roster has { $count } people.
}
doctor-no-season = No season is open. Next: hanhtrinh season open nguoi-cong-san-tre { "<year>" }
doctor-season = The season that runs: { $code } { $year }.
doctor-files = The file store { $where } can be written, read and cleared.
doctor-no-token = No bot is set (TELEGRAM_TOKEN, ZALO_TOKEN, ZALO_OA_ID): the product will open the sandbox on this machine.
doctor-bot = Bot { $bot } answers: @{ $username }.
doctor-bot-refused = Telegram refuses the token of bot { $bot }. Get a new one from BotFather (/token) and set TELEGRAM_TOKEN again.
doctor-bot-unreachable = Telegram cannot be reached for bot { $bot } at { $address }. Check the network, the firewall, TELEGRAM_API_URL.
doctor-no-pages = There is no PUBLIC_URL: no links for the Party committee, no galleries, no other pages. Set the address that people can open, for example https://hanhtrinh.example.vn
doctor-pages = Pages (one-time links) will be at { $address }.
doctor-pages-path = Pages work only at the root of a host, without a path or a login before it. Set PUBLIC_URL={ $address }
doctor-pages-near = Only this machine or its own network can open { $address }, and Telegram may refuse messages with a button to it. Set PUBLIC_URL to an address that opens from the Internet.
doctor-pages-open = Pages will be at { $address }, unencrypted: whoever sits on the way can read them. Better use https://.
doctor-webhook = The webhook will be at { $address }.
doctor-webhook-bad = Telegram calls webhooks over HTTPS on port 443, 80, 88 or 8443 only; PUBLIC_URL is { $address }.
doctor-sandbox = The sandbox (SANDBOX=true) is open beside a real bot: whoever reaches this machine can play anybody. Only while you need it.
doctor-sandbox-open = The sandbox is open beyond this machine (HTTP_HOST={ $host }). Set HTTP_HOST=127.0.0.1 or SANDBOX=false.
help-app = Hành trình: a Youth Union's journey, on Telegram.
help-programme = Check a programme file.
help-roster = The roster: template, import.
help-season = Open a season.
help-run = Run; without a token, the sandbox.
help-migrate = Bring the database up to date.
help-doctor = Check settings, connections and permissions.
help-programme-check = Check a programme file, report every mistake.
help-roster-template = Write the roster's template (XLSX).
help-roster-import = Import a roster, all or nothing.
help-dry-run = Only try, write nothing.
help-season-open = Open a season for every member of the roster.
help-season-programme = A .toml file or a shipped name.
help-opens = Registration opens, dd/mm/yyyy.
help-closes = Registration closes, dd/mm/yyyy.
help-invites = Write invitations, PDF or XLSX.
help-unit = A unit's code.
help-person = One person's code.
help-renew = Revoke and make anew.
help-backup = Back up the database and the files into one .tar, also while the product runs.
help-backup-check = Only check a backup that is there.
help-restore = Restore a backup into an empty database and file store.
help-book = Journey books: check a signed one, show our key.
help-book-verify = Check a signed book that another unit sent.
help-book-pin = The fingerprint that the sending unit has read to you.
help-book-key = The fingerprint of this unit's key.
help-inbox = Updates that failed: look, again, drop.
help-outbox = Messages that did not arrive: look, again, drop.
help-operator = Find the chat that gets the alarms (OPERATOR_CHAT).
help-limit = How many rows at most.
help-channel = One channel only, say telegram.
help-status = One status only; without it, what needs a human.
help-since = From a day on, dd/mm/yyyy.
help-jobs = What happens by the clock: last run, next run; try or run now.
help-jobs-run = Try jobs at a moment, or run them now.
help-jobs-names = NAME…
help-jobs-at = The moment to try, such as "2027-03-01 08:00" (in the product's time zone).
help-jobs-dry-run = Only try: print who would get what, and why; write and send nothing.
help-jobs-yes = Do not ask again.
help-rows-show = Explain one row.
help-rows-body = Print what it holds, too (personal data).
help-rows-retry = Put rows back.
help-rows-drop = Mark rows as dealt with.
help-rows-all = Everything that needs a human.
setting-chat = write a chat as hanhtrinh operator prints it; several are separated by commas.
doctor-updates = { $count ->
    [one] One update failed and needs you: hanhtrinh inbox
   *[other] { $count } updates failed and need you: hanhtrinh inbox
}
doctor-messages = { $count ->
    [one] One message did not arrive and needs you: hanhtrinh outbox
   *[other] { $count } messages did not arrive and need you: hanhtrinh outbox
}
doctor-no-operator = There is no OPERATOR_CHAT: nobody is told of trouble. Run: hanhtrinh operator
doctor-operator = Alarms go to { $chats }.
doctor-operator-no-bot = OPERATOR_CHAT names { $chat }, but there is no such bot. Run again: hanhtrinh operator
doctor-operator-unreached = The last alarm did not reach { $chat } ({ $reason }). They should open the bot and press Start; or run again: hanhtrinh operator
holidays-fault = The file of holidays { $file }, at { $place }: { $reason }
doctor-holidays = The file of holidays { $file } can be read; it has the years: { $years }.
setting-file = it has to be a file; there is a folder at this path.
setting-hours = write where each part of the day begins and ends, in the order of the day, blanks between the parts.
setting-approver-days = three growing numbers of working days are needed: the nudge, the substitute, the next level.
