"""Who may do what: a line for everything that people can do, a column for everybody who might try.

The marks: W it is done (rows of the record change); s it is shown; r it is shown, and the trail says who read it.
Refused, and nothing changed: ? read as a stranger; m for members only; h, n no such hand-in, review or request (of
theirs); o one's own work; a handed in already; t not registered for it; x another rule; l not understood; - silence.
! is a wrong code: refused, and counted.
"""

from tests.rights.cast import JANUARY
from tests.rights.table_attendance import ATTENDANCE
from tests.rights.table_broadcasts import BROADCASTS
from tests.rights.table_digest import DIGEST
from tests.rights.table_linking import LINKING
from tests.rights.table_pages import PAGES
from tests.rights.table_secretary import SECRETARY
from tests.rights.table_sessions import SESSIONS
from tests.rights.trying import Row

# fmt: off
WHO = (
    "stranger", "giang",  # nobody we know; a member, executive and supervisor who withdrew the consent
    "huong", "lan", "nam", "mai",  # members: of tổ 1, of tổ 1 (not registered), of another unit and tổ, leader of tổ 1
    "binh", "phuc",  # supervisors: of tổ 1, of tổ 2
    "dung", "yen", "khoa",  # executives: of Hương's unit, of it and a member, of another unit
    "thu", "son",  # secretaries: of Hương's unit and a member without a tổ, of the bloc above
    "tam", "oanh", "dang",  # the standing committee and the organisers of the bloc; the unit's Party committee
    "minh",  # was a member, executive and supervisor until yesterday
)

TABLE: tuple[Row, ...] = (
    # everybody's own
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("menu.open",                                      "? ? s s s s s s s s s s s s s s s"),
    Row("menu.office",                                    "? ? s s s s s s s s s s s s s s s"),
    Row("menu.own",                                       "? ? s s s s s s s s s s s s s s s"),
    Row("help.open",                                      "? ? s s s s s s s s s s s s s s s"),
    Row("cancel.open",                                    "? ? s s s s s s s s s s s s s s s"),
    Row("language.open",                                  "? ? s s s s s s s s s s s s s s s"),
    Row("language.set en",                                "? ? W W W W W W W W W W W W W W W"),
    Row("my-data.open",                                   "? ? s s s s s s s s s s s s s s s"),
    Row("my-data.withdraw",                               "? ? s s s s s s s s s s s s s s s"),
    Row("my-data.withdraw-now",                           "? ? W W W W W W W W W W W W W W W"),
    Row("tasks.open",                                     "? ? s s s s s s s s s s s s s s s"),
    Row("tasks.list RL",                                  "? ? s s s s s s s s s s s s s s s"),
    Row("tasks.show RL2",                                 "? ? s s s s s s s s s s s s s s s"),

    # a member's own book and choice; the window is open in January, closed in March
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("book.open",                                      "? ? s s s s m m m s m s m m m m m"),
    Row("book.page 0",                                    "? ? s s s s m m m s m s m m m m m"),
    Row("book.task RL2",                                  "? ? s s s s m m m s m s m m m m m"),
    Row("book.picture",                                   "? ? s s s s m m m s m s m m m m m"),
    Row("book-paper.open",                                "? ? s s s s m m m s m s m m m m m"),
    Row("book-paper.pdf",                                 "? ? s s s s m m m s m s m m m m m"),
    Row("book-paper.word essays",                         "? ? s s s s m m m s m s m m m m m"),
    Row("book-paper.signed",                              "? ? r s r r m m m r m r m m m m m"),
    Row("registration.open",                              "? ? s s s s m m m s m s m m m m s", at=JANUARY),
    Row("registration.page season 0",                     "? ? s s s s m m m s m s m m m m s", at=JANUARY),
    Row("registration.tick season RL4",                   "? ? W W W W m m m W m W m m m m W", at=JANUARY),
    Row("registration.untick season RL1",                 "? ? W W W W m m m W m W m m m m W", at=JANUARY),
    Row("registration.pick season RL4",                   "? ? W W W W m m m W m W m m m m W", at=JANUARY),
    Row("registration.edit season",                       "? ? W s W W m m m W m W m m m m W", at=JANUARY),
    Row("registration.confirm season",                    "? ? s W s s m m m s m s m m m m s", at=JANUARY),
    Row("registration.discard season",                    "? ? s W s s m m m s m s m m m m s", at=JANUARY),
    Row("registration.tick season RL4",                   "? ? W W W W m m m W m W m m m m m"),
    Row("registration.edit season",                       "? ? W s W W m m m W m W m m m m m"),
    Row("registration.confirm season",                    "? ? s x s s m m m s m s m m m m m"),

    # handing in: one's own task, then somebody's draft
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("evidence.open",                                  "? ? s t s s m m m s m s m m m m m"),
    Row("evidence.start RL1",                             "? ? s x s s m m m s m s m m m m m"),
    Row("evidence.start RL2 more",                        "? ? W x W W m m m W m W m m m m m"),
    Row("evidence.attach RL2",                            "? ? W x W W m m m W m W m m m m m"),
    Row("evidence.forget",                                "? ? s s s s s s s s s s s s s s s"),
    Row("evidence.begin_with BB3",                        "? ? W x W W m m m W m W m m m m m"),
    Row("evidence.not_essay",                             "? ? s s s s s s s s s s s s s s s"),
    Row("evidence.read huong/RL1",                        "? ? s h h h h h h h h h h h h h h"),
    Row("evidence.use huong/RL1 huong/RL1/piece",         "? ? s h h h h h h h h h h h h h h"),
    Row("evidence.not_it huong/RL1 huong/RL1/piece",      "? ? s h h h h h h h h h h h h h h"),
    Row("evidence.back huong/RL1",                        "? ? s h h h h h h h h h h h h h h"),
    Row("evidence.take_back huong/RL1 huong/RL1/piece",   "? ? W h h h h h h h h h h h h h h"),
    Row("evidence.start_again huong/RL1 yes",             "? ? W h h h h h h h h h h h h h h"),
    Row("evidence.preview huong/RL1",                     "? ? s h h h h h h h h h h h h h h"),
    Row("evidence.answer huong/RL1 f.place Hue",          "? ? W h h h h h h h h h h h h h h"),
    Row("evidence.edit huong/RL1",                        "? ? s h h h h h h h h h h h h h h"),
    Row("evidence.submit huong/RL1",                      "? ? s h h h h h h h h h h h h h h"),
    Row("evidence.again huong/RL1",                       "? ? s h h h h h h h h h h h h h h"),
    Row("evidence.later huong/RL1",                       "? ? s h h h h h h h h h h h h h h"),
    Row("evidence.drop huong/RL1 yes",                    "? ? W h h h h h h h h h h h h h h"),
    Row("evidence.read minh/RL1",                         "? ? h h h h h h h h h h h h h h s"),
    Row("evidence.use minh/RL1 minh/RL1/piece",           "? ? h h h h h h h h h h h h h h m"),
    Row("evidence.not_it minh/RL1 minh/RL1/piece",        "? ? h h h h h h h h h h h h h h m"),
    Row("evidence.back minh/RL1",                         "? ? h h h h h h h h h h h h h h s"),
    Row("evidence.take_back minh/RL1 minh/RL1/piece",     "? ? h h h h h h h h h h h h h h W"),
    Row("evidence.start_again minh/RL1 yes",              "? ? h h h h h h h h h h h h h h W"),
    Row("evidence.preview minh/RL1",                      "? ? h h h h h h h h h h h h h h m"),
    Row("evidence.answer minh/RL1 f.place Hue",           "? ? h h h h h h h h h h h h h h m"),
    Row("evidence.edit minh/RL1",                         "? ? h h h h h h h h h h h h h h m"),
    Row("evidence.submit minh/RL1",                       "? ? h h h h h h h h h h h h h h m"),
    Row("evidence.again minh/RL1",                        "? ? h h h h h h h h h h h h h h m"),
    Row("evidence.later minh/RL1",                        "? ? h h h h h h h h h h h h h h s"),
    Row("evidence.drop minh/RL1 yes",                     "? ? h h h h h h h h h h h h h h W"),
    Row("evidence.read nobody/RL1",                       "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.use nobody/RL1 nobody/RL1/piece",       "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.not_it nobody/RL1 nobody/RL1/piece",    "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.back nobody/RL1",                       "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.take_back nobody/RL1 nobody/RL1/piece", "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.start_again nobody/RL1 yes",            "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.preview nobody/RL1",                    "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.answer nobody/RL1 f.place Hue",         "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.edit nobody/RL1",                       "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.submit nobody/RL1",                     "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.again nobody/RL1",                      "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.later nobody/RL1",                      "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.drop nobody/RL1 yes",                   "? ? h h h h h h h h h h h h h h h"),
    Row("evidence.read huong/RL2",                        "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.use huong/RL2 huong/RL2/piece",         "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.not_it huong/RL2 huong/RL2/piece",      "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.back huong/RL2",                        "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.take_back huong/RL2 huong/RL2/piece",   "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.start_again huong/RL2 yes",             "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.preview huong/RL2",                     "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.answer huong/RL2 f.place Hue",          "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.edit huong/RL2",                        "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.submit huong/RL2",                      "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.again huong/RL2",                       "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.later huong/RL2",                       "? ? s h h h h h h h h h h h h h h"),
    Row("evidence.drop huong/RL2 yes",                    "? ? a h h h h h h h h h h h h h h"),
    Row("evidence.again huong/TT4 fresh",                 "? ? W h h h h h h h h h h h h h h"),
    Row("evidence.again huong/BB2 fresh",                 "? ? a h h h h h h h h h h h h h h"),

    # assessing what waits: BCH of the unit (RL2), leader and supervisor (RL6), Party committee (BB1), organiser (RL5)
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("reviews.open",                                   "? ? s s s s s s s s s s s s s s s"),
    Row("reviews.show huong/RL2",                         "? ? n n n n n n r r n n n n n n n"),
    Row("reviews.look huong/RL2",                         "? ? n n n n n n r r n n n n n n n"),
    Row("likeness.show huong/RL2",                        "? ? n n n n n n r r n n n n n n n"),
    Row("reviews.approve huong/RL2",                      "? ? o n n n n n W W n n n n n n n"),
    Row("reviews.return huong/RL2",                       "? ? n n n n n n s s n n n n n n n"),
    Row("reviews.because huong/RL2 date",                 "? ? o n n n n n W W n n n n n n n"),
    Row("reviews.undo huong/RL2",                         "? ? n n n n n n s s n n n n n n n"),
    Row("reviews.show huong/RL6",                         "? ? n n n r r n n n n n n n n n n"),
    Row("reviews.look huong/RL6",                         "? ? n n n r r n n n n n n n n n n"),
    Row("likeness.show huong/RL6",                        "? ? n n n r r n n n n n n n n n n"),
    Row("reviews.approve huong/RL6",                      "? ? o n n W W n n n n n n n n n n"),
    Row("reviews.return huong/RL6",                       "? ? n n n s s n n n n n n n n n n"),
    Row("reviews.because huong/RL6 date",                 "? ? o n n W W n n n n n n n n n n"),
    Row("reviews.undo huong/RL6",                         "? ? n n n s s n n n n n n n n n n"),
    Row("reviews.show huong/BB1",                         "? ? n n n n n n n n n n n n n r n"),
    Row("reviews.look huong/BB1",                         "? ? n n n n n n n n n n n n n r n"),
    Row("reviews.approve huong/BB1",                      "? ? o n n n n n n n n n n n n W n"),
    Row("reviews.return huong/BB1",                       "? ? n n n n n n n n n n n n n s n"),
    Row("reviews.because huong/BB1 date",                 "? ? o n n n n n n n n n n n n W n"),
    Row("reviews.undo huong/BB1",                         "? ? n n n n n n n n n n n n n s n"),
    Row("reviews.show huong/RL5",                         "? ? n n n n n n n n n n n n r r n"),
    Row("reviews.look huong/RL5",                         "? ? n n n n n n n n n n n n r r n"),
    Row("reviews.approve huong/RL5",                      "? ? o n n n n n n n n n n n W W n"),
    Row("reviews.return huong/RL5",                       "? ? n n n n n n n n n n n n s s n"),
    Row("reviews.because huong/RL5 date",                 "? ? o n n n n n n n n n n n W W n"),
    Row("reviews.undo huong/RL5",                         "? ? n n n n n n n n n n n n s s n"),
    Row("reviews.show mai/RL6",                           "? ? n n n n r n n n n n n n n n n"),
    Row("reviews.look mai/RL6",                           "? ? n n n n r n n n n n n n n n n"),
    Row("likeness.show mai/RL6",                          "? ? n n n n r n n n n n n n n n n"),
    Row("reviews.approve mai/RL6",                        "? ? n n n o W n n n n n n n n n n"),
    Row("reviews.return mai/RL6",                         "? ? n n n n s n n n n n n n n n n"),
    Row("reviews.because mai/RL6 date",                   "? ? n n n o W n n n n n n n n n n"),
    Row("reviews.undo mai/RL6",                           "? ? n n n n s n n n n n n n n n n"),
    Row("reviews.show yen/RL2",                           "? ? n n n n n n r n n n n n n n n"),
    Row("reviews.look yen/RL2",                           "? ? n n n n n n r n n n n n n n n"),
    Row("likeness.show yen/RL2",                          "? ? n n n n n n r n n n n n n n n"),
    Row("reviews.approve yen/RL2",                        "? ? n n n n n n W o n n n n n n n"),
    Row("reviews.return yen/RL2",                         "? ? n n n n n n s n n n n n n n n"),
    Row("reviews.because yen/RL2 date",                   "? ? n n n n n n W o n n n n n n n"),
    Row("reviews.undo yen/RL2",                           "? ? n n n n n n s n n n n n n n n"),
    Row("reviews.show nam/RL2",                           "? ? n n n n n n n n r n n n n n n"),
    Row("reviews.look nam/RL2",                           "? ? n n n n n n n n r n n n n n n"),
    Row("likeness.show nam/RL2",                          "? ? n n n n n n n n r n n n n n n"),
    Row("reviews.approve nam/RL2",                        "? ? n n o n n n n n W n n n n n n"),
    Row("reviews.return nam/RL2",                         "? ? n n n n n n n n s n n n n n n"),
    Row("reviews.because nam/RL2 date",                   "? ? n n o n n n n n W n n n n n n"),
    Row("reviews.undo nam/RL2",                           "? ? n n n n n n n n s n n n n n n"),
    Row("reviews.show minh/RL2",                          "? ? n n n n n n r r n n n n n n n"),
    Row("reviews.look minh/RL2",                          "? ? n n n n n n r r n n n n n n n"),
    Row("likeness.show minh/RL2",                         "? ? n n n n n n r r n n n n n n n"),
    Row("reviews.approve minh/RL2",                       "? ? n n n n n n W W n n n n n n o"),
    Row("reviews.return minh/RL2",                        "? ? n n n n n n s s n n n n n n n"),
    Row("reviews.because minh/RL2 date",                  "? ? n n n n n n W W n n n n n n o"),
    Row("reviews.undo minh/RL2",                          "? ? n n n n n n s s n n n n n n n"),
    Row("reviews.show nobody/RL2",                        "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.look nobody/RL2",                        "? ? n n n n n n n n n n n n n n n"),
    Row("likeness.show nobody/RL2",                       "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.approve nobody/RL2",                     "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.return nobody/RL2",                      "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.because nobody/RL2 date",                "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.undo nobody/RL2",                        "? ? n n n n n n n n n n n n n n n"),

    # assessing what is decided (by Tâm, five minutes ago) or not handed in
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("reviews.show huong/TT4",                          "? ? n n n n n n n n n n r r n n n"),
    Row("reviews.look huong/TT4",                          "? ? n n n n n n n n n n r r n n n"),
    Row("reviews.approve huong/TT4",                      "? ? o n n n n n n n n n n s n n n"),
    Row("reviews.return huong/TT4",                       "? ? n n n n n n n n n n n s n n n"),
    Row("reviews.because huong/TT4 date",                 "? ? o n n n n n n n n n n s n n n"),
    Row("reviews.undo huong/TT4",                         "? ? n n n n n n n n n n n W n n n"),
    Row("reviews.show huong/BB2",                          "? ? n n n n n n n n n n r r n r n"),
    Row("reviews.look huong/BB2",                          "? ? n n n n n n n n n n r r n r n"),
    Row("reviews.approve huong/BB2",                      "? ? o n n n n n n n n n n s n s n"),
    Row("reviews.return huong/BB2",                       "? ? n n n n n n n n n n n s n s n"),
    Row("reviews.because huong/BB2 date",                 "? ? o n n n n n n n n n n s n s n"),
    Row("reviews.undo huong/BB2",                         "? ? n n n n n n n n n n n W n n n"),
    Row("reviews.show huong/RL1",                         "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.look huong/RL1",                         "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.approve huong/RL1",                      "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.return huong/RL1",                       "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.because huong/RL1 date",                 "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.undo huong/RL1",                         "? ? n n n n n n n n n n n n n n n"),

    # taking back with a reason: whoever decided, or who is above; a list approved together; a member's appeal
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("reviews.decided",                                 "? ? s s s s s s s s s s s s s s s"),
    Row("reviews.reverse huong/RL2",                       "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.reverse mai/RL6",                         "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.reverse yen/RL2",                         "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.reverse nam/RL2",                         "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.reverse minh/RL2",                        "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.reverse nobody/RL2",                      "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.reverse_because huong/RL2 mistake",       "? ? n n n n n n s s n n n n n n n"),
    Row("reviews.reverse_because mai/RL6 mistake",         "? ? n n n n s n n n n n n n n n n"),
    Row("reviews.reverse_because yen/RL2 mistake",         "? ? n n n n n n s n n n n n n n n"),
    Row("reviews.reverse_because nam/RL2 mistake",         "? ? n n n n n n n n s n n n n n n"),
    Row("reviews.reverse_because minh/RL2 mistake",        "? ? n n n n n n s s n n n n n n n"),
    Row("reviews.reverse_because nobody/RL2 mistake",      "? ? n n n n n n n n n n n n n n n"),
    Row("reviews.reverse huong/TT4",                       "? ? n n n n n n n n n n s s n n n"),
    Row("reviews.reverse_because huong/TT4 mistake",       "? ? n n n n n n n n n n W W n n n"),
    Row("reviews.reverse huong/BB2",                       "? ? n n n n n n n n n n s s n n n"),
    Row("reviews.reverse_because huong/BB2 mistake",       "? ? n n n n n n n n n n W W n s n"),
    Row("reviews.approve huong/RL3",                       "? ? o n n n n n n n n n W s n n n"),
    Row("reviews.undo huong/RL3",                          "? ? n n n n n n n n n n s s n n n"),
    Row("reviews.reverse_because huong/RL3 mistake",       "? ? n n n n n n n n n n s s n n n"),
    Row("bulk.open",                                       "? ? s s s s s s s s s s s s s s s"),
    Row("bulk.approve dung/bulk",                          "? ? n n n n n n W n n n n n n n n"),
    Row("bulk.approve nobody/bulk",                        "? ? n n n n n n n n n n n n n n n"),
    Row("bulk.undo dung/bulk",                             "? ? n n n n n n n n n n n n n n n"),
    Row("bulk.undo nobody/bulk",                           "? ? n n n n n n n n n n n n n n n"),
    Row("appeals.ask huong/TT4",                           "? ? s h h h h h h h h h h h h h h"),
    Row("appeals.ask huong/RL2",                           "? ? s h h h h h h h h h h h h h h"),
    Row("appeals.ask minh/RL2",                            "? ? h h h h h h h h h h h h h h m"),
    Row("appeals.ask nobody/RL2",                          "? ? h h h h h h h h h h h h h h h"),
    Row("appeals.withdraw huong/RL3",                      "? ? W h h h h h h h h h h h h h h"),
    Row("appeals.withdraw huong/TT4",                      "? ? s h h h h h h h h h h h h h h"),
    Row("appeals.withdraw minh/RL2",                       "? ? h h h h h h h h h h h h h h m"),
    Row("appeals.withdraw nobody/RL2",                     "? ? h h h h h h h h h h h h h h h"),

    # requests to change the choice: the group's supervisor decides, the secretary above where there is no group
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("changes.open",                                   "? ? s s s s s s s s s s s s s s s"),
    Row("changes.ask season",                             "? ? s s s s m m m s m s m m m m m"),
    Row("changes.show huong/change",                      "? ? o n n n s n n n n n n n n n n"),
    Row("changes.withdraw huong/change",                  "? ? W n n n n n n n n n n n n n n"),
    Row("changes.approve huong/change",                   "? ? o n n n W n n n n n n n n n n"),
    Row("changes.return huong/change",                    "? ? o n n n s n n n n n n n n n n"),
    Row("changes.show nam/change",                        "? ? n n o n n s n n n n n n n n n"),
    Row("changes.withdraw nam/change",                    "? ? n n W n n n n n n n n n n n n"),
    Row("changes.approve nam/change",                     "? ? n n o n n W n n n n n n n n n"),
    Row("changes.return nam/change",                      "? ? n n o n n s n n n n n n n n n"),
    Row("changes.show thu/change",                        "? ? n n n n n n n n n o s n n n n"),
    Row("changes.withdraw thu/change",                    "? ? n n n n n n n n n W n n n n n"),
    Row("changes.approve thu/change",                     "? ? n n n n n n n n n o W n n n n"),
    Row("changes.return thu/change",                      "? ? n n n n n n n n n o s n n n n"),
    Row("changes.show minh/change",                       "? ? n n n n s n n n n n n n n n o"),
    Row("changes.withdraw minh/change",                   "? ? n n n n n n n n n n n n n n W"),
    Row("changes.approve minh/change",                    "? ? n n n n W n n n n n n n n n o"),
    Row("changes.return minh/change",                     "? ? n n n n s n n n n n n n n n o"),
    Row("changes.show nobody/change",                     "? ? n n n n n n n n n n n n n n n"),
    Row("changes.withdraw nobody/change",                 "? ? n n n n n n n n n n n n n n n"),
    Row("changes.approve nobody/change",                  "? ? n n n n n n n n n n n n n n n"),
    Row("changes.return nobody/change",                   "? ? n n n n n n n n n n n n n n n"),

    # commands, and the words that say the same
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("/menu",                                          "? ? s s s s s s s s s s s s s s s"),
    Row("/trogiup",                                       "? ? s s s s s s s s s s s s s s s"),
    Row("/huy",                                           "? ? s s s s s s s s s s s s s s s"),
    Row("/dangky",                                        "? ? s s s s m m m s m s m m m m m"),
    Row("/nhiemvu",                                       "? ? s s s s s s s s s s s s s s s"),
    Row("/nop",                                           "? ? s t s s m m m s m s m m m m m"),
    Row("/so",                                            "? ? s s s s m m m s m s m m m m m"),
    Row("/duyet",                                         "? ? s s s s s s s s s s s s s s s"),
    Row("/denghi",                                        "? ? s s s s s s s s s s s s s s s"),
    Row("/dulieu",                                        "? ? s s s s s s s s s s s s s s s"),
    Row("/ngonngu",                                       "? ? s s s s s s s s s s s s s s s"),

    # joining: an invitation is good for whoever holds it and is nobody yet
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("joining.yes personal",                           "? ? l l l l l l l l l l l l l l l"),
    Row("joining.no personal",                            "? ? l l l l l l l l l l l l l l l"),
    Row("step joining.personal vy/invitation yes",        "s s l l l l l l l l l l l l l l l", says="đồng ý"),
    Row("step joining.personal vy/invitation no",         "W W l l l l l l l l l l l l l l l", says="không"),
    Row("step joining.sensitive vy/invitation yes",       "s s l l l l l l l l l l l l l l l", says="đồng ý"),
    Row("step joining.sensitive vy/invitation no",        "W W l l l l l l l l l l l l l l l", says="không"),
    Row("step joining.confirm vy/invitation yes",         "W W l l l l l l l l l l l l l l l", says="đồng ý"),
    Row("step joining.confirm vy/invitation no",          "s s l l l l l l l l l l l l l l l", says="không"),
    Row("step joining.confirm lan/invitation yes",        "s s l l l l l l l l l l l l l l l", says="đồng ý"),

    # who stands in while somebody is away: one's own substitute, or that of an officer below as the secretary
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("substitutes.open",                                "? ? x x x s s s s s s s s s s s x"),
    Row("substitutes.officers",                            "? ? x x x s s s s s s s s s s s x"),
    Row("substitutes.who dung/id",                         "? ? x x x n n n s n n s s n n n x"),
    Row("substitutes.who phuc/id",                         "? ? x x x n n s n n n n s n n n x"),
    Row("substitutes.from dung/id yen/id",                 "? ? x x x n n n s n n s s n n n x"),
    Row("substitutes.from dung/id khoa/id",                "? ? x x x n n n n n n n n n n n x"),
    Row("substitutes.to dung/id yen/id 2027-04-12",        "? ? x x x n n n s n n s s n n n x"),
    Row("substitutes.set dung/id yen/id 2027-04-12 2027-04-16", "? ? x x x n n n W n n W W n n n x"),
    Row("substitutes.set dung/id huong/id 2027-04-12 2027-04-16", "? ? x x x n n n n n n n n n n n x"),
    Row("substitutes.end dung/away",                       "? ? x x x n n n W W n W W n n n x"),
    Row("substitutes.end phuc/away",                       "? ? x x x n W W n n n n W n n n x"),
    Row("substitutes.end nobody/away",                     "? ? x x x n n n n n n n n n n n x"),
    Row("step substitutes.from dung/id",                   "? ? x x x n n n s n n s s n n n x", says="12/4/2027"),
    Row("step substitutes.to dung/id",                     "? ? x x x n n n W n n W W n n n x", says="16/4/2027"),
    Row("/duyetthay",                                      "? ? x x x s s s s s s s s s s s x"),

    # how everybody is reminded: each one's own, and a message by its day, which is nobody else's
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("reminding.open",                                 "? ? s s s s s s s s s s s s s s s"),
    Row("reminding.upcoming",                             "? ? s s s s s s s s s s s s s s s"),
    Row("reminding.told 2027-03-01",                      "? ? s h h h h h h h h h h h h h h"),
    Row("reminding.later 2027-03-01",                     "? ? s h h h h h h h h h h h h h h"),
    Row("reminding.put-off 2027-03-01 tomorrow",          "? ? W h h h h h h h h h h h h h h"),
    Row("reminding.kinds",                                "? ? s s s s s s s s s s s s s s s"),
    Row("reminding.mute task",                            "? ? W W W W W W W W W W W W W W W"),
    Row("reminding.unmute task",                          "? ? W W W W W W W W W W W W W W W"),
    Row("reminding.hours evening",                        "? ? W W W W W W W W W W W W W W W"),
    Row("reminding.week 1",                               "? ? W W W W W W W W W W W W W W W"),
    Row("reminding.pause 7",                              "? ? W W W W W W W W W W W W W W W"),
    Row("reminding.resume",                               "? ? W W W W W W W W W W W W W W W"),
    Row("/nhacviec",                                      "? ? s s s s s s s s s s s s s s s"),

    # what is typed where a chat waits
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("step evidence.collect huong/RL1",                "? ? W h h h h h h h h h h h h h h"),
    Row("step evidence.fact huong/RL1",                   "? ? W h h h h h h h h h h h h h h"),
    Row("step evidence.collect huong/RL2",                "? ? h h h h h h h h h h h h h h h"),
    Row("step evidence.fact huong/RL2",                   "? ? h h h h h h h h h h h h h h h"),
    Row("step evidence.collect minh/RL1",                 "? ? h h h h h h h h h h h h h h m"),
    Row("step evidence.fact minh/RL1",                    "? ? h h h h h h h h h h h h h h m"),
    Row("step evidence.collect nobody/RL1",               "? ? h h h h h h h h h h h h h h h"),
    Row("step evidence.fact nobody/RL1",                  "? ? h h h h h h h h h h h h h h h"),
    Row("step evidence.again huong/TT4",                  "? ? s h h h h h h h h h h h h h h"),
    Row("step evidence.offered season",                   "? ? W h W W h h h W h W h h h h h"),
    Row("step evidence.again minh/RL1",                   "? ? h h h h h h h h h h h h h h m"),
    Row("step reviews.reason huong/RL2",                  "? ? o n n n n n W W n n n n n n n"),
    Row("step reviews.reason huong/RL6",                  "? ? o n n W W n n n n n n n n n n"),
    Row("step reviews.reason huong/TT4",                  "? ? o n n n n n n n n n n s n n n"),
    Row("step reviews.reason mai/RL6",                    "? ? n n n o W n n n n n n n n n n"),
    Row("step reviews.reason yen/RL2",                    "? ? n n n n n n W o n n n n n n n"),
    Row("step reviews.reason nam/RL2",                    "? ? n n o n n n n n W n n n n n n"),
    Row("step reviews.reason minh/RL2",                   "? ? n n n n n n W W n n n n n n o"),
    Row("step reviews.reason nobody/RL2",                 "? ? n n n n n n n n n n n n n n n"),
    Row("step reviews.reversal huong/TT4",                 "? ? n n n n n n n n n n W W n n n"),
    Row("step reviews.reversal huong/RL2",                 "? ? n n n n n n s s n n n n n n n"),
    Row("step reviews.reversal nobody/RL2",                "? ? n n n n n n n n n n n n n n n"),
    Row("step appeals.reason huong/TT4",                   "? ? W h h h h h h h h h h h h h h"),
    Row("step appeals.reason minh/RL2",                    "? ? h h h h h h h h h h h h h h m"),
    Row("step changes.reason season",                     "? ? s W s s m m m s m s m m m m m"),
    Row("step changes.answer huong/change",               "? ? o n n n W n n n n n n n n n n"),
    Row("step changes.answer nam/change",                 "? ? n n o n n W n n n n n n n n n"),
    Row("step changes.answer thu/change",                 "? ? n n n n n n n n n o W n n n n"),
    Row("step changes.answer minh/change",                "? ? n n n n W n n n n n n n n n o"),
    Row("step changes.answer nobody/change",              "? ? n n n n n n n n n n n n n n n"),

    # other kinds of message
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("kind start",                                     "? ? s s s s s s s s s s s s s s s", says=""),
    Row("kind start code",                                "s s s s s s s s s s s s s s s s s", says="vy"),
    Row("kind start used",                                "s s s s s s s s s s s s s s s s s", says="lan/token"),
    Row("kind start wrong",                               "! ! s s s s s s s s s s s s s s s", says="ZZZZ-9999"),
    Row("kind files",                                     "? ? W t W W m m m W m W m m m m m"),
    Row("kind edited",                                    "- - W - - - - - - - - - - - - - -", source="1"),
    Row("kind unsupported",                               "? ? s s s s s s s s s s s s s s s"),
    Row("kind inspected",                                 "- - s s s s s s s s s s s s s s s", says="huong/RL1/piece"),
    Row("kind left",                                      "- W W W W W W W W W W W W W W W W"),
    Row("kind came_back",                                 "- - - - - - - - - - - - - - - - -"),
    *SECRETARY,
    *SESSIONS,
    *ATTENDANCE,
    *BROADCASTS,
    *DIGEST,
    *LINKING,
    *PAGES,
)
# fmt: on
