"""Sending links: the member's secretary and supervisor, never about one's own; the pictures for who may judge; the
pages to write on and to send files by for their author."""

from tests.rights.trying import Row

# fmt: off
PAGES: tuple[Row, ...] = (
    # the committee answers BB1 without the bot; for RL2 the board is in the chat
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("/duongdan",                                      "? ? s s s s s s s s s s s s s s s"),
    Row("pages.open",                                     "? ? s s s s s s s s s s s s s s s"),
    Row("pages.ask huong/BB1",                            "? ? o n n n s n n n n s n n n n n"),
    Row("pages.ask huong/RL2",                            "? ? o n n n n n n n n n n n n n n"),
    Row("pages.ask nam/RL2",                              "? ? n n o n n n n n n n n n n n n"),
    Row("pages.ask minh/RL2",                             "? ? n n n n n n n n n n n n n n o"),
    Row("pages.ask nobody/RL2",                           "? ? n n n n n n n n n n n n n n n"),
    Row("pages.to huong/BB1 cap_uy",                      "? ? o n n n s n n n n s n n n n n"),
    Row("pages.to huong/RL2 bch_doan_co_so",              "? ? o n n n n n n n n n n n n n n"),
    Row("pages.to nam/RL2 cap_uy",                        "? ? n n o n n n n n n n n n n n n"),
    Row("pages.to minh/RL2 cap_uy",                       "? ? n n n n n n n n n n n n n n o"),
    Row("pages.to nobody/RL2 cap_uy",                     "? ? n n n n n n n n n n n n n n n"),
    Row("step pages.name huong/BB1",                      "? ? o n n n W n n n n W n n n n n", says="Nguyễn Văn An"),
    Row("step pages.name huong/RL2",                      "? ? o n n n n n n n n n n n n n n", says="Nguyễn Văn An"),
    Row("step pages.name nobody/RL2",                     "? ? n n n n n n n n n n n n n n n", says="Nguyễn Văn An"),
    Row("pages.revoke huong/link",                        "? ? n n n n n n n n n W n n n n n"),
    Row("pages.revoke nobody/link",                       "? ? n n n n n n n n n n n n n n n"),
    Row("pages.gallery huong/RL2",                        "? ? n n n n n n W W n n n n n n n"),
    Row("pages.gallery huong/BB1",                        "? ? n n n n n n n n n n n n n W n"),
    Row("pages.gallery nam/RL2",                          "? ? n n n n n n n n W n n n n n n"),
    Row("pages.gallery minh/RL2",                         "? ? n n n n n n W W n n n n n n n"),
    Row("pages.gallery nobody/RL2",                       "? ? n n n n n n n n n n n n n n n"),
    Row("essay-page.open huong/BB3",                      "? ? W h h h h h h h h h h h h h h"),
    Row("essay-page.open huong/RL1",                      "? ? h h h h h h h h h h h h h h h"),
    Row("essay-page.open huong/RL2",                      "? ? a h h h h h h h h h h h h h h"),
    Row("essay-page.open minh/BB3",                       "? ? h h h h h h h h h h h h h h m"),
    Row("essay-page.open nobody/BB3",                     "? ? h h h h h h h h h h h h h h h"),
    Row("essay-page.revoke huong/essay",                  "? ? W n n n n n n n n n n n n n n"),
    Row("essay-page.revoke huong/link",                   "? ? n n n n n n n n n n n n n n n"),
    Row("essay-page.revoke nobody/link",                  "? ? n n n n n n n n n n n n n n n"),
    Row("upload-page.open huong/BB3",                     "? ? W h h h h h h h h h h h h h h"),
    Row("upload-page.open huong/RL2",                     "? ? a h h h h h h h h h h h h h h"),
    Row("upload-page.open minh/BB3",                      "? ? h h h h h h h h h h h h h h m"),
    Row("upload-page.open nobody/BB3",                    "? ? h h h h h h h h h h h h h h h"),
    Row("upload-page.revoke huong/upload",                "? ? W n n n n n n n n n n n n n n"),
    Row("upload-page.revoke huong/link",                  "? ? n n n n n n n n n n n n n n n"),
    Row("upload-page.revoke nobody/link",                 "? ? n n n n n n n n n n n n n n n"),
)
# fmt: on
