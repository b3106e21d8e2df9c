# Zalo Official Account: the command hanhtrinh oa, the page that takes a grant
home = This page is for members and officers who were invited. Please open the link you got in the chat.

help = The Official Account of Zalo.
help-grant = Print the link at which the administrator consents, or take the grant by its code.
help-code = The code, or the whole address that has it.
help-status = Show whether the account's grant is good.

no-account = No Official Account is set: write ZALO_OA_ID, ZALO_OA_APP_ID and ZALO_OA_APP_SECRET into .env.
grant-open = The administrator of the Official Account opens this link and consents:
grant-then =
    While Hành trình runs at { $address }, the page that follows takes the grant at once.
    If it does not open, copy that page's whole address (or its code=… part) and run: hanhtrinh oa grant 'ADDRESS'
grant-done = Granted; good until { $until }, and renewed by itself.
grant-refused = Zalo does not take this code (error { $reason }). It is good once, for ten minutes: run hanhtrinh oa grant again.
grant-wrong-account = This is the grant of another Official Account than ZALO_OA_ID; nothing was kept.
unreachable = Zalo cannot be reached. Look at the network, ZALO_OA_API_URL and ZALO_OA_OAUTH_URL, and try again.

status-none = The Official Account is not granted, or ZALO_OA_APP_SECRET has changed. Run: hanhtrinh oa grant
status-refused = Zalo does not renew the grant any more, since { $at }. The administrator has to grant it again: hanhtrinh oa grant
status-good = The grant is good until { $until }; last renewed at { $renewed }.
status-account = Official Account: { $name }{ $verified ->
    [yes] , verified
   *[no] , NOT verified
} (package { $package }).
status-down = Zalo refuses: { $reason }
status-webhook = The webhook to name in the app's console: { $address }
