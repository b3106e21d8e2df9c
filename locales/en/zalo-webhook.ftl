help = Zalo bots.
help-webhook = Where Zalo delivers updates: show, set, delete.
help-show = Show where each bot's updates are delivered.
help-set = Have Zalo deliver to this product's PUBLIC_URL.
help-delete = Deliver no more, to receive by ZALO_MODE=polling.
no-bot = There is no Zalo bot: set ZALO_TOKEN in .env.
polling = ZALO_MODE is polling. Set ZALO_MODE=webhook, PUBLIC_URL and ZALO_WEBHOOK_SECRET, start hanhtrinh run, then try again.
refused = Bot { $bot }: Zalo refuses its token; look at ZALO_TOKEN.
unreachable = Bot { $bot }: Zalo does not take the request ({ $reason }). Try again later.
none = Bot { $bot }: there is no webhook; updates come by polling only.
ours = Bot { $bot }: updates are delivered to { $address }, the address of this product.
elsewhere = Bot { $bot }: updates are delivered to { $address }, which is not the address of this product.
check-403 = Zalo's call was refused (403): perhaps by a firewall, or by Cloudflare's Browser Integrity Check; let the path /zalo/ through.
check-404 = Zalo's call found nothing (404): the proxy does not pass the path /zalo/ on, or the product runs with another ZALO_MODE.
check-5xx = Zalo's call met a server error: does the product run behind the proxy?
check-tls = Zalo does not trust the HTTPS certificate of PUBLIC_URL.
check-dns = Zalo does not find the domain of PUBLIC_URL.
check-timeout = Zalo's call was not answered in time.
check-conn = Zalo cannot connect to PUBLIC_URL: do the product and the proxy run?
check-proxy = Zalo cannot reach PUBLIC_URL through its own proxy.
check-blocked = Zalo does not call addresses of a private network; PUBLIC_URL has to be a public one.
check-other = Zalo's call did not succeed: { $outcome }.
