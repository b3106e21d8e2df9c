"""Two officers name each other in the same moment."""

from journey.people import Role
from storage import sql
from tests.handlers.contention.racing import DUNG, MAI, RACES, Ring, at_once, heard, taps
from tests.support.harness import Person


async def test_of_two_who_name_each_other_at_once_one_is_refused(house: Ring, dung: Person) -> None:
    mai = await house.comes(MAI, Role.EXECUTIVE, share=1, group=False)
    hers, his = house.house.ids[MAI], house.house.ids[DUNG]
    for _ in range(RACES):
        days = "2027-03-08 2027-03-12"
        await at_once(
            taps(dung, f"substitutes.set {his} {hers} {days}"), taps(mai, f"substitutes.set {hers} {his} {days}")
        )
        assert sorted(heard(each, "refusal.stands-in-for-each-other") for each in (dung, mai)) == [0, 1]
        assert await sql.run("DELETE FROM substitutes") == 1
