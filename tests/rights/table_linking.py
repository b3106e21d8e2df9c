"""One's own channels, and what a secretary does about those of a member."""

from tests.rights.trying import Row

# fmt: off
LINKING: tuple[Row, ...] = (
    # one's own channels: everybody of the cast has one, telegram
    #                                                                s g h l n m b p d y k t s t o d m
    #                                                                t i u a a a i h u e h h o a a a i
    #                                                                r a o n m i n u n n o u n m n n n
    #                                                                a n n       h c g   a       h g h
    #                                                                n g g
    Row("/ketnoi",                                                    "? ? s s s s s s s s s s s s s s s"),
    Row("linking.open",                                               "? ? s s s s s s s s s s s s s s s"),
    Row("linking.code",                                               "? ? W W W W W W W W W W W W W W W"),
    Row("linking.prefer telegram",                                    "? ? W W W W W W W W W W W W W W W"),
    Row("linking.prefer zalo",                                        "? ? s s s s s s s s s s s s s s s"),
    Row("linking.let_go telegram",                                    "? ? s s s s s s s s s s s s s s s"),
    Row("linking.let_go telegram yes",                                "? ? W W W W W W W W W W W W W W W"),
    Row("linking.let_go zalo yes",                                    "? ? s s s s s s s s s s s s s s s"),
    Row("resuming.go_on telegram",                                    "? ? n n n n n n n n n n n n n n n"),
    Row("kind resumed",                                               "- - l l l l l l l l l l l l l l l"),
    Row("step joining.linking huong/link",                            "s s l l l l l l l l l l l l l l l"),
    Row("step joining.linking huong/link yes",                        "W W l l l l l l l l l l l l l l l", says="có"),

    # the channels of a member: of the nearest secretary and of those above, never one's own
    #                                                                s g h l n m b p d y k t s t o d m
    #                                                                t i u a a a i h u e h h o a a a i
    #                                                                r a o n m i n u n n o u n m n n n
    #                                                                a n n       h c g   a       h g h
    #                                                                n g g
    Row("account.open huong/person",                                  "? ? n n n n n n n n n s s n n n n"),
    Row("account.open nam/person",                                    "? ? n n n n n n n n n n s n n n n"),
    Row("account.open thu/person",                                    "? ? n n n n n n n n n n s n n n n"),
    Row("account.open minh/person",                                   "? ? n n n n n n n n n n n n n n n"),
    Row("account.open nobody/person",                                 "? ? n n n n n n n n n n n n n n n"),
    Row("account.lock huong/person telegram",                         "? ? n n n n n n n n n s s n n n n"),
    Row("account.lock huong/person telegram yes",                     "? ? n n n n n n n n n W W n n n n"),
    Row("account.lock nam/person telegram yes",                       "? ? n n n n n n n n n n W n n n n"),
    Row("account.lock thu/person telegram yes",                       "? ? n n n n n n n n n n W n n n n"),
    Row("account.lock minh/person telegram yes",                      "? ? n n n n n n n n n n n n n n n"),
    Row("account.lock nobody/person telegram yes",                    "? ? n n n n n n n n n n n n n n n"),
    Row("account.renew huong/person",                                 "? ? n n n n n n n n n s s n n n n"),
    Row("account.renew huong/person yes",                             "? ? n n n n n n n n n W W n n n n"),
    Row("account.renew nam/person yes",                               "? ? n n n n n n n n n n W n n n n"),
    Row("account.renew thu/person yes",                               "? ? n n n n n n n n n n W n n n n"),
    Row("account.renew minh/person yes",                              "? ? n n n n n n n n n n n n n n n"),
    Row("account.renew nobody/person yes",                            "? ? n n n n n n n n n n n n n n n"),
)
# fmt: on
