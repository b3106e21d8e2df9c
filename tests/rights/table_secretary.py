"""What a secretary does: for members of the unit and of the units below it, never for oneself."""

from tests.rights.trying import Row

# fmt: off
SECRETARY: tuple[Row, ...] = (
    # the list of one's members
    #                                                                s g h l n m b p d y k t s t o d m
    #                                                                t i u a a a i h u e h h o a a a i
    #                                                                r a o n m i n u n n o u n m n n n
    #                                                                a n n       h c g   a       h g h
    #                                                                n g g
    Row("/doanvien",                                                  "? ? n n n n n n n n n s s n n n n"),
    Row("secretary.open",                                             "? ? n n n n n n n n n s s n n n n"),
    Row("secretary.awaiting",                                         "? ? n n n n n n n n n s s n n n n"),
    Row("step secretary.find huong/person",                           "? ? n n n n n n n n n s s n n n n"),

    # one member's book, and the registration opened for one
    #                                                                s g h l n m b p d y k t s t o d m
    #                                                                t i u a a a i h u e h h o a a a i
    #                                                                r a o n m i n u n n o u n m n n n
    #                                                                a n n       h c g   a       h g h
    #                                                                n g g
    Row("secretary.member huong/person",                              "? ? n n n n n n n n n s s n n n n"),
    Row("secretary.member nam/person",                                "? ? n n n n n n n n n n s n n n n"),
    Row("secretary.member thu/person",                                "? ? n n n n n n n n n n s n n n n"),
    Row("secretary.member minh/person",                               "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.member nobody/person",                             "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.task huong/person RL1",                            "? ? n n n n n n n n n s s n n n n"),
    Row("secretary.task nam/person RL1",                              "? ? n n n n n n n n n n s n n n n"),
    Row("secretary.task thu/person RL1",                              "? ? n n n n n n n n n n s n n n n"),
    Row("secretary.task minh/person RL1",                             "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.task nobody/person RL1",                           "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.late huong/person",                                "? ? n n n n n n n n n s s n n n n"),
    Row("secretary.late nam/person",                                  "? ? n n n n n n n n n n s n n n n"),
    Row("secretary.late thu/person",                                  "? ? n n n n n n n n n n s n n n n"),
    Row("secretary.late minh/person",                                 "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.late nobody/person",                               "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.until huong/person joined",                        "? ? n n n n n n n n n s s n n n n"),
    Row("secretary.until nam/person joined",                          "? ? n n n n n n n n n n s n n n n"),
    Row("secretary.until thu/person joined",                          "? ? n n n n n n n n n n s n n n n"),
    Row("secretary.until minh/person joined",                         "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.until nobody/person joined",                       "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.sure huong/person joined 2027-03-31",              "? ? n n n n n n n n n s s n n n n"),
    Row("secretary.sure nam/person joined 2027-03-31",                "? ? n n n n n n n n n n s n n n n"),
    Row("secretary.sure thu/person joined 2027-03-31",                "? ? n n n n n n n n n n s n n n n"),
    Row("secretary.sure minh/person joined 2027-03-31",               "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.sure nobody/person joined 2027-03-31",             "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.open_for huong/person joined 2027-03-31",          "? ? n n n n n n n n n W W n n n n"),
    Row("secretary.open_for nam/person joined 2027-03-31",            "? ? n n n n n n n n n n W n n n n"),
    Row("secretary.open_for thu/person joined 2027-03-31",            "? ? n n n n n n n n n n W n n n n"),
    Row("secretary.open_for minh/person joined 2027-03-31",           "? ? n n n n n n n n n n n n n n n"),
    Row("secretary.open_for nobody/person joined 2027-03-31",         "? ? n n n n n n n n n n n n n n n"),
    Row("step secretary.day huong/person",                            "? ? n n n n n n n n n s s n n n n", says="31/3"),
    Row("step secretary.day nam/person",                              "? ? n n n n n n n n n n s n n n n", says="31/3"),
    Row("step secretary.day thu/person",                              "? ? n n n n n n n n n n s n n n n", says="31/3"),
    Row("step secretary.day minh/person",                             "? ? n n n n n n n n n n n n n n n", says="31/3"),
    Row("step secretary.day nobody/person",                           "? ? n n n n n n n n n n n n n n n", says="31/3"),

    # ruling: drafted by the nearest secretary, BB3; what stands, TT4
    #                                                                s g h l n m b p d y k t s t o d m
    #                                                                t i u a a a i h u e h h o a a a i
    #                                                                r a o n m i n u n n o u n m n n n
    #                                                                a n n       h c g   a       h g h
    #                                                                n g g
    Row("rulings.exempt huong/person BB3",                            "? ? n n n n n n n n n s s n n n n"),
    Row("rulings.exempt nam/person BB3",                              "? ? n n n n n n n n n n s n n n n"),
    Row("rulings.exempt thu/person BB3",                              "? ? n n n n n n n n n n s n n n n"),
    Row("rulings.exempt minh/person BB3",                             "? ? n n n n n n n n n n n n n n n"),
    Row("rulings.exempt nobody/person BB3",                           "? ? n n n n n n n n n n n n n n n"),
    Row("rulings.provisional huong/person BB3",                       "? ? n n n n n n n n n s s n n n n"),
    Row("rulings.provisional nam/person BB3",                         "? ? n n n n n n n n n n s n n n n"),
    Row("rulings.provisional thu/person BB3",                         "? ? n n n n n n n n n n s n n n n"),
    Row("rulings.provisional minh/person BB3",                        "? ? n n n n n n n n n n n n n n n"),
    Row("rulings.provisional nobody/person BB3",                      "? ? n n n n n n n n n n n n n n n"),
    Row("rulings.unmet huong/person BB3",                             "? ? n n n n n n n n n s s n n n n"),
    Row("rulings.unmet nam/person BB3",                               "? ? n n n n n n n n n n s n n n n"),
    Row("rulings.unmet thu/person BB3",                               "? ? n n n n n n n n n n s n n n n"),
    Row("rulings.unmet minh/person BB3",                              "? ? n n n n n n n n n n n n n n n"),
    Row("rulings.unmet nobody/person BB3",                            "? ? n n n n n n n n n n n n n n n"),
    Row("step rulings.reason huong/person",                           "? ? n n n n n n n n n W W n n n n"),
    Row("step rulings.reason nam/person",                             "? ? n n n n n n n n n n W n n n n"),
    Row("step rulings.reason thu/person",                             "? ? n n n n n n n n n n W n n n n"),
    Row("step rulings.reason minh/person",                            "? ? n n n n n n n n n n n n n n n"),
    Row("step rulings.reason nobody/person",                          "? ? n n n n n n n n n n n n n n n"),
    Row("rulings.confirm huong/draft",                                "? ? n n n n n n n n n W n n n n n"),
    Row("rulings.confirm nam/draft",                                  "? ? n n n n n n n n n n W n n n n"),
    Row("rulings.confirm thu/draft",                                  "? ? n n n n n n n n n n W n n n n"),
    Row("rulings.confirm minh/draft",                                 "? ? n n n n n n n n n n n n n n n"),
    Row("rulings.confirm nobody/draft",                               "? ? n n n n n n n n n n n n n n n"),
    Row("rulings.lift huong/ruling",                                  "? ? n n n n n n n n n s s n n n n"),
    Row("rulings.lift nam/ruling",                                    "? ? n n n n n n n n n n s n n n n"),
    Row("rulings.lift thu/ruling",                                    "? ? n n n n n n n n n n s n n n n"),
    Row("rulings.lift minh/ruling",                                   "? ? n n n n n n n n n n n n n n n"),
    Row("rulings.lift nobody/ruling",                                 "? ? n n n n n n n n n n n n n n n"),
    Row("step rulings.lifting huong/ruling",                          "? ? n n n n n n n n n W W n n n n"),
    Row("step rulings.lifting nam/ruling",                            "? ? n n n n n n n n n n W n n n n"),
    Row("step rulings.lifting thu/ruling",                            "? ? n n n n n n n n n n W n n n n"),
    Row("step rulings.lifting minh/ruling",                           "? ? n n n n n n n n n n n n n n n"),
    Row("step rulings.lifting nobody/ruling",                         "? ? n n n n n n n n n n n n n n n"),

    # recording: begun by the nearest secretary, BB3; what counts, RL3
    #                                                                s g h l n m b p d y k t s t o d m
    #                                                                t i u a a a i h u e h h o a a a i
    #                                                                r a o n m i n u n n o u n m n n n
    #                                                                a n n       h c g   a       h g h
    #                                                                n g g
    Row("paper.start huong/person RL1",                               "? ? n n n n n n n n n W W n n n n"),
    Row("paper.start nam/person RL1",                                 "? ? n n n n n n n n n n W n n n n"),
    Row("paper.start thu/person RL1",                                 "? ? n n n n n n n n n n W n n n n"),
    Row("paper.start minh/person RL1",                                "? ? n n n n n n n n n n n n n n n"),
    Row("paper.start nobody/person RL1",                              "? ? n n n n n n n n n n n n n n n"),
    Row("paper.proof huong/person BB3",                               "? ? n n n n n n n n n s s n n n n"),
    Row("paper.proof nam/person BB3",                                 "? ? n n n n n n n n n n s n n n n"),
    Row("paper.proof thu/person BB3",                                 "? ? n n n n n n n n n n s n n n n"),
    Row("paper.proof minh/person BB3",                                "? ? n n n n n n n n n n n n n n n"),
    Row("paper.proof nobody/person BB3",                              "? ? n n n n n n n n n n n n n n n"),
    Row("paper.answer huong/entering day 2027-03-01",                 "? ? n n n n n n n n n W n n n n n"),
    Row("paper.answer nam/entering day 2027-03-01",                   "? ? n n n n n n n n n n W n n n n"),
    Row("paper.answer thu/entering day 2027-03-01",                   "? ? n n n n n n n n n n W n n n n"),
    Row("paper.answer minh/entering day 2027-03-01",                  "? ? n n n n n n n n n n n n n n n"),
    Row("paper.answer nobody/entering day 2027-03-01",                "? ? n n n n n n n n n n n n n n n"),
    Row("paper.again huong/entering",                                 "? ? n n n n n n n n n W n n n n n"),
    Row("paper.again nam/entering",                                   "? ? n n n n n n n n n n W n n n n"),
    Row("paper.again thu/entering",                                   "? ? n n n n n n n n n n W n n n n"),
    Row("paper.again minh/entering",                                  "? ? n n n n n n n n n n n n n n n"),
    Row("paper.again nobody/entering",                                "? ? n n n n n n n n n n n n n n n"),
    Row("paper.confirm huong/entering",                               "? ? n n n n n n n n n W n n n n n"),
    Row("paper.confirm nam/entering",                                 "? ? n n n n n n n n n n W n n n n"),
    Row("paper.confirm thu/entering",                                 "? ? n n n n n n n n n n W n n n n"),
    Row("paper.confirm minh/entering",                                "? ? n n n n n n n n n n n n n n n"),
    Row("paper.confirm nobody/entering",                              "? ? n n n n n n n n n n n n n n n"),
    Row("paper.withdraw huong/recorded",                              "? ? n n n n n n n n n s s n n n n"),
    Row("paper.withdraw nam/recorded",                                "? ? n n n n n n n n n n s n n n n"),
    Row("paper.withdraw thu/recorded",                                "? ? n n n n n n n n n n s n n n n"),
    Row("paper.withdraw minh/recorded",                               "? ? n n n n n n n n n n n n n n n"),
    Row("paper.withdraw nobody/recorded",                             "? ? n n n n n n n n n n n n n n n"),
    Row("step paper.answer huong/entering",                           "? ? n n n n n n n n n s n n n n n"),
    Row("step paper.answer nam/entering",                             "? ? n n n n n n n n n n s n n n n"),
    Row("step paper.answer thu/entering",                             "? ? n n n n n n n n n n s n n n n"),
    Row("step paper.answer minh/entering",                            "? ? n n n n n n n n n n n n n n n"),
    Row("step paper.answer nobody/entering",                          "? ? n n n n n n n n n n n n n n n"),
    Row("step paper.page huong/entering",                             "? ? n n n n n n n n n s n n n n n"),
    Row("step paper.page nam/entering",                               "? ? n n n n n n n n n n s n n n n"),
    Row("step paper.page thu/entering",                               "? ? n n n n n n n n n n s n n n n"),
    Row("step paper.page minh/entering",                              "? ? n n n n n n n n n n n n n n n"),
    Row("step paper.page nobody/entering",                            "? ? n n n n n n n n n n n n n n n"),
    Row("step paper.withdrawing huong/recorded",                      "? ? n n n n n n n n n W W n n n n"),
    Row("step paper.withdrawing nam/recorded",                        "? ? n n n n n n n n n n W n n n n"),
    Row("step paper.withdrawing thu/recorded",                        "? ? n n n n n n n n n n W n n n n"),
    Row("step paper.withdrawing minh/recorded",                       "? ? n n n n n n n n n n n n n n n"),
    Row("step paper.withdrawing nobody/recorded",                     "? ? n n n n n n n n n n n n n n n"),
)
# fmt: on
