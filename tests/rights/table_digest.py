"""The week's digest: for who holds a post over members, of those members only."""

from tests.rights.trying import Row

# fmt: off
DIGEST: tuple[Row, ...] = (
    #                                                      s g h l n m b p d y k t s t o d m
    #                                                      t i u a a a i h u e h h o a a a i
    #                                                      r a o n m i n u n n o u n m n n n
    #                                                      a n n       h c g   a       h g h
    #                                                      n g g
    Row("/tuan",                                          "? ? n n n s s s n n n s s s s n n"),
    Row("digest.open",                                    "? ? n n n s s s n n n s s s s n n"),
    Row("digest.people",                                  "? ? n n n s s s n n n s s s s n n"),
    Row("digest.file",                                    "? ? n n n r r r n n n r r r r n n"),
    Row("digest.quarter",                                 "? ? n n n s s s n n n s s s s n n"),
    Row("digest.when",                                    "? ? n n n s s s n n n s s s s n n"),
    Row("digest.day 0",                                   "? ? n n n s s s n n n s s s s n n"),
    Row("digest.at 0 9",                                  "? ? n n n W W W n n n W W W W n n"),
    Row("digest.off",                                     "? ? n n n W W W n n n W W W W n n"),
)
# fmt: on
