"""Attendance: taken by who runs the session, never one's own; a question is its member's."""

from tests.rights.trying import Row

# fmt: off
ATTENDANCE: tuple[Row, ...] = (
    #                                                          s g h l n m b p d y k t s t o d m
    #                                                          t i u a a a i h u e h h o a a a i
    #                                                          r a o n m i n u n n o u n m n n n
    #                                                          a n n       h c g   a       h g h
    #                                                          n g g
    Row("attendance.open thu/today",                              "? ? n n n n n n s s n s s s s n n"),
    Row("attendance.open nobody/today",                           "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.page thu/today",                              "? ? n n n n n n W W n W W W W n n"),
    Row("attendance.page nobody/today",                           "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.ticks thu/today",                             "? ? n n n n n n W W n W W W W n n"),
    Row("attendance.ticks nobody/today",                          "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.list thu/today",                              "? ? n n n n n n s s n s s s s n n"),
    Row("attendance.list nobody/today",                           "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.all thu/today",                               "? ? n n n n n n s s n s s s s n n"),
    Row("attendance.all nobody/today",                            "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.paper thu/today",                             "? ? n n n n n n s s n s s s s n n"),
    Row("attendance.paper nobody/today",                          "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.sheet thu/today",                             "? ? n n n n n n s s n s s s s n n"),
    Row("attendance.sheet nobody/today",                          "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.sheets thu/today",                            "? ? n n n n n n s s n s s s s n n"),
    Row("attendance.sheets nobody/today",                         "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.waiting thu/today",                           "? ? n n n n n n s s n s s s s n n"),
    Row("attendance.waiting nobody/today",                        "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.tick thu/today huong/id",                     "? ? n n n n n n W W n W W W W n n"),
    Row("attendance.tick thu/today thu/id",                       "? ? n n n n n n W W n o W W W n n"),
    Row("attendance.tick thu/today nam/id",                       "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.tick nobody/today huong/id",                  "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.untick thu/today lan/id",                     "? ? n n n n n n s s n W s s s n n"),
    Row("attendance.untick nobody/today lan/id",                  "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.everybody nam/today",                         "? ? n n n n n W n n n n W W W n n"),
    Row("attendance.everybody nobody/today",                      "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.undo nam/today 1",                            "? ? n n n n n s n n n n s s s n n"),
    Row("attendance.undo nobody/today 1",                         "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.yes huong/asked",                             "? ? n n n n n n W W n W W W W n n"),
    Row("attendance.yes thu/asked",                               "? ? n n n n n n W W n o W W W n n"),
    Row("attendance.yes nobody/asked",                            "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.no huong/asked",                              "? ? n n n n n n W W n W W W W n n"),
    Row("attendance.no thu/asked",                                "? ? n n n n n n W W n o W W W n n"),
    Row("attendance.no nobody/asked",                             "? ? n n n n n n n n n n n n n n n"),
    Row("attendance.mine thu/today",                              "? ? s s n W m m m W m s m m m m m"),
    Row("attendance.mine nobody/today",                           "? ? n n n n m m m n m n m m m m m"),
    Row("step attendance.find thu/today",                         "? ? n n n n n n s s n s s s s n n"),
    Row("step attendance.find nobody/today",                      "? ? n n n n n n n n n n n n n n n"),
    Row("step attendance.absent nam/today",                       "? ? n n n n n s n n n n s s s n n", says="Nam"),
    Row("step attendance.absent nobody/today",                    "? ? n n n n n n n n n n n n n n n", says="Nam"),
    Row("step attendance.photo thu/today",                        "? ? n n n n n n s s n s s s s n n"),
    Row("step attendance.photo nobody/today",                     "? ? n n n n n n n n n n n n n n n"),
    Row("step attendance.reason lan/there",                       "? ? n n n n n n W W n W W W W n n"),
    Row("step attendance.reason nobody/there",                    "? ? n n n n n n n n n n n n n n n"),
    Row("kind start scanned",                                     "s s W s W W m m m W m s m m m m m", says="thu/code"),
)
# fmt: on
