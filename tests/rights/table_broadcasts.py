"""Writing to many: by whoever holds for these people, of one's own texts alone, confirmed by whoever wrote them."""

from tests.rights.trying import Row

# fmt: off
BROADCASTS: tuple[Row, ...] = (
    # whom one may write to: unit A, tổ 1, one person
    #                                                          s g h l n m b p d y k t s t o d m
    #                                                          t i u a a a i h u e h h o a a a i
    #                                                          r a o n m i n u n n o u n m n n n
    #                                                          a n n       h c g   a       h g h
    #                                                          n g g
    Row("/thongbao",                                        "? ? n n n s s s s s s s s s s n n"),
    Row("broadcast.open",                                   "? ? n n n s s s s s s s s s s n n"),
    Row("broadcast.places",                                 "? ? n n n s s s s s s s s s s n n"),
    Row("broadcast.open scope-a",                           "? ? n n n n n n s s n s s s s n n"),
    Row("broadcast.open scope-t1",                          "? ? n n n s s n n n n n s s s n n"),
    Row("broadcast.tasks scope-a",                          "? ? n n n n n n s s n s s s s n n"),
    Row("broadcast.tasks scope-t1",                         "? ? n n n s s n n n n n s s s n n"),
    Row("broadcast.sessions scope-a",                       "? ? n n n n n n s s n s s s s n n"),
    Row("broadcast.sessions scope-t1",                      "? ? n n n s s n n n n n s s s n n"),
    Row("broadcast.roles scope-a",                          "? ? n n n n n n s s n s s s s n n"),
    Row("broadcast.roles scope-t1",                         "? ? n n n s s n n n n n s s s n n"),
    Row("broadcast.out scope-a",                            "? ? n n n n n n s s n s s s s n n"),
    Row("broadcast.out scope-t1",                           "? ? n n n s s n n n n n s s s n n"),
    Row("broadcast.to all-a",                               "? ? n n n n n n s s n s s s s n n"),
    Row("broadcast.to all-t1",                              "? ? n n n s s n n n n n s s s n n"),
    Row("broadcast.remind new-a",                           "? ? n n n n n n W W n W W W W n n"),
    Row("broadcast.remind new-t1",                          "? ? n n n W W n n n n n W W W n n"),
    Row("broadcast.remind all-a",                           "? ? n n n n n n n n n n n n n n n"),
    Row("broadcast.one huong/id",                           "? ? n n n s s n s s n s s s s n n"),
    Row("broadcast.one nam/id",                             "? ? n n n n n s n n s n s s s n n"),
    Row("broadcast.one thu/id",                             "? ? n n n n n n s s n n s s s n n"),
    Row("broadcast.one binh/id",                            "? ? n n n n n n n n n n s s s n n"),
    Row("broadcast.one nobody/person",                      "? ? n n n n n n n n n n n n n n n"),
    Row("step broadcast.text season",                       "? ? n n n n n n W W n W W W W n n"),

    # what one has written: not confirmed, leaving, done
    #                                                          s g h l n m b p d y k t s t o d m
    #                                                          t i u a a a i h u e h h o a a a i
    #                                                          r a o n m i n u n n o u n m n n n
    #                                                          a n n       h c g   a       h g h
    #                                                          n g g
    Row("broadcast.send thu/written",                       "? ? n n n n n n n n n W n n n n n"),
    Row("broadcast.send binh/written",                      "? ? n n n n W n n n n n n n n n n"),
    Row("broadcast.send nobody/written",                    "? ? n n n n n n n n n n n n n n n"),
    Row("broadcast.discard thu/written",                    "? ? n n n n n n n n n W n n n n n"),
    Row("broadcast.discard binh/written",                   "? ? n n n n W n n n n n n n n n n"),
    Row("broadcast.discard nobody/written",                 "? ? n n n n n n n n n n n n n n n"),
    Row("broadcast.show thu/leaving",                       "? ? n n n n n n n n n s n n n n n"),
    Row("broadcast.show binh/leaving",                      "? ? n n n n s n n n n n n n n n n"),
    Row("broadcast.show nobody/leaving",                    "? ? n n n n n n n n n n n n n n n"),
    Row("broadcast.stop thu/leaving",                       "? ? n n n n n n n n n W n n n n n"),
    Row("broadcast.stop binh/leaving",                      "? ? n n n n W n n n n n n n n n n"),
    Row("broadcast.stop nobody/leaving",                    "? ? n n n n n n n n n n n n n n n"),
    Row("broadcast.missed thu/left",                        "? ? n n n n n n n n n s n n n n n"),
    Row("broadcast.missed binh/left",                       "? ? n n n n s n n n n n n n n n n"),
    Row("broadcast.missed nobody/left",                     "? ? n n n n n n n n n n n n n n n"),
    Row("broadcast.again thu/left",                         "? ? n n n n n n n n n W n n n n n"),
    Row("broadcast.again binh/left",                        "? ? n n n n W n n n n n n n n n n"),
    Row("broadcast.again nobody/left",                      "? ? n n n n n n n n n n n n n n n"),
)
# fmt: on
