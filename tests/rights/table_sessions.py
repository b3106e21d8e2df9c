"""Sessions: run by their organisers and those above, answered by those they are for."""

from tests.rights.trying import Row

# fmt: off
SESSIONS: tuple[Row, ...] = (
    # the list of what one runs, and a new one
    #                                                          s g h l n m b p d y k t s t o d m
    #                                                          t i u a a a i h u e h h o a a a i
    #                                                          r a o n m i n u n n o u n m n n n
    #                                                          a n n       h c g   a       h g h
    #                                                          n g g
    Row("/buoihoc",                                           "? ? n n n s s s s s s s s s s n n"),
    Row("sessions.open",                                      "? ? n n n s s s s s s s s s s n n"),
    Row("sessions.past",                                      "? ? n n n s s s s s s s s s s n n"),
    Row("sessions.new",                                       "? ? n n n s s s s s s s s s s n n"),
    Row("sessions.kind BB2 0",                                "? ? n n n s s s s s s s s s s n n"),
    Row("step sessions.title thu/session",                    "? ? n n n s s s s s s s s s s n n"),

    # what one is planned, moved, called off: the unit A's, tổ 1's
    #                                                          s g h l n m b p d y k t s t o d m
    #                                                          t i u a a a i h u e h h o a a a i
    #                                                          r a o n m i n u n n o u n m n n n
    #                                                          a n n       h c g   a       h g h
    #                                                          n g g
    Row("sessions.show thu/session",                          "? ? n n n n n n s s n s s s s n n"),
    Row("sessions.show binh/session",                         "? ? n n n s s n n n n n s s s n n"),
    Row("sessions.show nobody/session",                       "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.copy thu/session",                          "? ? n n n n n n s s n s s s s n n"),
    Row("sessions.copy binh/session",                         "? ? n n n s s n n n n n s s s n n"),
    Row("sessions.copy nobody/session",                       "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.move thu/session",                          "? ? n n n n n n s s n s s s s n n"),
    Row("sessions.move binh/session",                         "? ? n n n s s n n n n n s s s n n"),
    Row("sessions.move nobody/session",                       "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.move_when thu/session",                     "? ? n n n n n n s s n s s s s n n"),
    Row("sessions.move_when binh/session",                    "? ? n n n s s n n n n n s s s n n"),
    Row("sessions.move_when nobody/session",                  "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.move_where thu/session",                    "? ? n n n n n n s s n s s s s n n"),
    Row("sessions.move_where binh/session",                   "? ? n n n s s n n n n n s s s n n"),
    Row("sessions.move_where nobody/session",                 "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.shift thu/session 0 30092100 90",           "? ? n n n n n n W W n W W W W n n"),
    Row("sessions.shift binh/session 0 30092100 90",          "? ? n n n W W n n n n n W W W n n"),
    Row("sessions.shift nobody/session 0 30092100 90",        "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.cancel thu/session",                        "? ? n n n n n n s s n s s s s n n"),
    Row("sessions.cancel binh/session",                       "? ? n n n s s n n n n n s s s n n"),
    Row("sessions.cancel nobody/session",                     "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.because thu/session clash",                 "? ? n n n n n n W W n W W W W n n"),
    Row("sessions.because binh/session clash",                "? ? n n n W W n n n n n W W W n n"),
    Row("sessions.because nobody/session clash",              "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.because nam/today clash 1",                 "? ? n n n n n W n n n n W W W n n"),
    Row("sessions.because nobody/today clash 1",              "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.remind thu/session",                        "? ? n n n n n n W W n W W W W n n"),
    Row("sessions.remind binh/session",                       "? ? n n n W W n n n n n W W W n n"),
    Row("sessions.remind nobody/session",                     "? ? n n n n n n n n n n n n n n n"),
    Row("step sessions.when thu/session",                     "? ? n n n n n n s s n s s s s n n", says="20/3 14h"),
    Row("step sessions.when binh/session",                    "? ? n n n s s n n n n n s s s n n", says="20/3 14h"),
    Row("step sessions.when nobody/session",                  "? ? n n n n n n n n n n n n n n n", says="20/3 14h"),
    Row("step sessions.where thu/session",                    "? ? n n n n n n W W n W W W W n n", says="Phòng 2"),
    Row("step sessions.where binh/session",                   "? ? n n n W W n n n n n W W W n n", says="Phòng 2"),
    Row("step sessions.where nobody/session",                 "? ? n n n n n n n n n n n n n n n", says="Phòng 2"),
    Row("step sessions.why thu/session",                      "? ? n n n n n n W W n W W W W n n", says="Trùng lịch"),
    Row("step sessions.why binh/session",                     "? ? n n n W W n n n n n W W W n n", says="Trùng lịch"),
    Row("step sessions.why nobody/session",                   "? ? n n n n n n n n n n n n n n n", says="Trùng lịch"),

    # what is being put together is its organiser's alone
    #                                                          s g h l n m b p d y k t s t o d m
    #                                                          t i u a a a i h u e h h o a a a i
    #                                                          r a o n m i n u n n o u n m n n n
    #                                                          a n n       h c g   a       h g h
    #                                                          n g g
    Row("sessions.edit thu/making when",                      "? ? n n n n n n n n n s n n n n n"),
    Row("sessions.edit binh/making when",                     "? ? n n n n s n n n n n n n n n n"),
    Row("sessions.edit nobody/making when",                   "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.summary thu/making",                        "? ? n n n n n n n n n s n n n n n"),
    Row("sessions.summary binh/making",                       "? ? n n n n s n n n n n n n n n n"),
    Row("sessions.summary nobody/making",                     "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.keep thu/making",                           "? ? n n n n n n n n n s n n n n n"),
    Row("sessions.keep binh/making",                          "? ? n n n n s n n n n n n n n n n"),
    Row("sessions.keep nobody/making",                        "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.scopes thu/making",                         "? ? n n n n n n n n n s n n n n n"),
    Row("sessions.scopes binh/making",                        "? ? n n n n s n n n n n n n n n n"),
    Row("sessions.scopes nobody/making",                      "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.scope thu/making scope-a",                  "? ? n n n n n n n n n s n n n n n"),
    Row("sessions.scope binh/making scope-t1",                "? ? n n n n s n n n n n n n n n n"),
    Row("sessions.scope nobody/making scope-a",               "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.tasks thu/making",                          "? ? n n n n n n n n n s n n n n n"),
    Row("sessions.tasks binh/making",                         "? ? n n n n s n n n n n n n n n n"),
    Row("sessions.tasks nobody/making",                       "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.task thu/making RL5",                       "? ? n n n n n n n n n W n n n n n"),
    Row("sessions.task binh/making RL5",                      "? ? n n n n W n n n n n n n n n n"),
    Row("sessions.task nobody/making RL5",                    "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.place thu/making 0",                        "? ? n n n n n n n n n W n n n n n"),
    Row("sessions.place binh/making 0",                       "? ? n n n n W n n n n n n n n n n"),
    Row("sessions.place nobody/making 0",                     "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.drop thu/making",                           "? ? n n n n n n n n n W n n n n n"),
    Row("sessions.drop binh/making",                          "? ? n n n n W n n n n n n n n n n"),
    Row("sessions.drop nobody/making",                        "? ? n n n n n n n n n n n n n n n"),
    Row("sessions.plan thu/making",                           "? ? n n n n n n n n n W n n n n n"),
    Row("sessions.plan binh/making",                          "? ? n n n n W n n n n n n n n n n"),
    Row("sessions.plan nobody/making",                        "? ? n n n n n n n n n n n n n n n"),
    Row("step sessions.held thu/making",                      "? ? n n n n n n n n n W n n n n n", says="Đoàn A"),
    Row("step sessions.held binh/making",                     "? ? n n n n W n n n n n n n n n n", says="Đoàn A"),
    Row("step sessions.held nobody/making",                   "? ? n n n n n n n n n n n n n n n", says="Đoàn A"),

    # a member's calendar
    #                                                          s g h l n m b p d y k t s t o d m
    #                                                          t i u a a a i h u e h h o a a a i
    #                                                          r a o n m i n u n n o u n m n n n
    #                                                          a n n       h c g   a       h g h
    #                                                          n g g
    Row("/lich",                                              "? ? s s s s m m m s m s m m m m m"),
    Row("calendar.open",                                      "? ? s s s s m m m s m s m m m m m"),
    Row("calendar.file",                                      "? ? s s s s m m m s m s m m m m m"),
    Row("calendar.show thu/session",                          "? ? s s n s m m m s m s m m m m m"),
    Row("calendar.show binh/session",                         "? ? s s n s m m m s m n m m m m m"),
    Row("calendar.show nobody/session",                       "? ? n n n n m m m n m n m m m m m"),
    Row("calendar.going thu/session",                         "? ? W W n W m m m W m W m m m m m"),
    Row("calendar.going binh/session",                        "? ? W W n W m m m W m n m m m m m"),
    Row("calendar.going nobody/session",                      "? ? n n n n m m m n m n m m m m m"),
    Row("calendar.absent thu/session",                        "? ? W W n W m m m W m W m m m m m"),
    Row("calendar.absent binh/session",                       "? ? W W n W m m m W m n m m m m m"),
    Row("calendar.absent nobody/session",                     "? ? n n n n m m m n m n m m m m m"),
    Row("calendar.file thu/session",                          "? ? s s n s m m m s m s m m m m m"),
    Row("calendar.file binh/session",                         "? ? s s n s m m m s m n m m m m m"),
    Row("calendar.file nobody/session",                       "? ? n n n n m m m n m n m m m m m"),
    Row("step calendar.why thu/session",                      "? ? s s n s m m m s m s m m m m m"),
    Row("step calendar.why binh/session",                     "? ? s s n s m m m s m n m m m m m"),
    Row("step calendar.why nobody/session",                   "? ? n n n n m m m n m n m m m m m"),
)
# fmt: on
