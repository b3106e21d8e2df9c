# What hanhtrinh doctor says about Zalo.

bot = The bot { $bot } answers: { $account }.
bot-refused = Zalo refuses the token of the bot { $bot }. Get it again in the app Zalo Bot Creator and set ZALO_TOKEN anew.
bot-unreachable = Zalo cannot be reached for the bot { $bot } at { $address }. Check the network, the firewall, ZALO_API_URL.
polling = The bot { $bot } asks for its messages (ZALO_MODE=polling): good for trying, but what is sent while the product is stopped is lost. In earnest: ZALO_MODE=webhook.
webhook = Zalo delivers the messages of the bot { $bot } to { $address }.
webhook-in-the-way = Zalo delivers the messages of the bot { $bot } to { $host }, so that asking for them brings nothing. Run: hanhtrinh zalo webhook delete; or set ZALO_MODE=webhook.
webhook-elsewhere = Zalo delivers the messages of the bot { $bot } elsewhere ({ $host }). Check PUBLIC_URL, then run: hanhtrinh zalo webhook set
webhook-none = Zalo does not know where to deliver the messages of the bot { $bot }. Run: hanhtrinh zalo webhook set
no-address = PUBLIC_URL is not set: members on Zalo get no pictures and files and cannot open the pages. Set an https address that the Internet reaches.
address = Zalo fetches pictures, and members open files and pages, at { $address }: this machine reaches it.
address-open = Zalo fetches pictures by https only. Let PUBLIC_URL begin with https:// (it is { $address }).
address-silent = From this machine { $address } cannot be opened ({ $reason }). While the product runs: check the name, the certificate, the proxy (it has to pass on /media/, /l/, /pages/, /robots.txt); with Cloudflare switch the Browser Integrity Check off for /zalo/ and /media/.
month = Bot { $bot }: { $used } of { $limit } messages used this month, both directions together.
month-nearly = Bot { $bot }: { $used } of { $limit } messages used this month. From here on reminders stop first; replies still leave. Add a bot to ZALO_TOKEN, or have members link Telegram, too.
month-spent = Bot { $bot }: all of the month is used, { $used } of { $limit } messages; what is left waits for the next month. Add a bot to ZALO_TOKEN, take a larger plan and set ZALO_A_MONTH, or have members link Telegram, too.
month-refused = Zalo says that the quota of the bot { $bot } is spent; it is tried again at { $until }. If the plan has grown, set ZALO_A_MONTH.
people = Bot { $bot }: { $count } of { $limit } people.
people-nearly = The bot { $bot } has { $count } of { $limit } people. Make another bot and add it to ZALO_TOKEN before it is full.
people-full = The bot { $bot } is full with { $count } of { $limit } people: nobody new comes in. Make another bot and add it to ZALO_TOKEN, or take a larger plan and set ZALO_USERS.
oa = The Zalo OA answers: { $name }, package { $package }.
oa-not-verified = The Zalo OA { $name } is not verified: much of the API stays locked. Verify it at oa.zalo.me.
oa-refused = Zalo refuses the OA's grant. Its administrator has to grant it anew: hanhtrinh oa grant
oa-unreachable = The Zalo OA cannot be reached at { $address }. Check the network, the firewall, ZALO_OA_API_URL.
grant = The OA's grant is good; it was renewed at { $at }.
grant-none = The OA has not granted the app (or ZALO_OA_APP_SECRET has changed). Its administrator grants it: hanhtrinh oa grant
grant-over = The OA's grant has been over since { $at }. Its administrator has to grant it anew: hanhtrinh oa grant
grant-idle = The OA's grant was renewed last at { $at }. The product renews it while it runs; if it stays stopped until { $until }, it has to be granted anew.
template = Who has not written to the OA for 7 days: what is urgent leaves as the template { $template } (it costs money).
no-template = ZALO_OA_TEMPLATE is not set: to whoever has not written to the OA for 7 days reminders take another channel, or wait until that person writes; the weekly digest names whom nothing reaches.
