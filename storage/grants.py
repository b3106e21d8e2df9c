"""What a platform granted us for a while: an Official Account's access and refresh tokens, sealed."""

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from storage import sql


class GrantRow(Model):
    """The tokens of one account, `id` being its channel's name.

    `access` and `refresh` are sealed with a key that is not in the database. `refused_at` is when the platform would
    not renew it: only the account's administrator can grant it anew. `renewing_until` (ms since 1970, UTC): until then
    one process is at renewing it, and no other may.
    """

    id = fields.CharField(max_length=32, primary_key=True)
    access = fields.TextField()
    refresh = fields.TextField()
    expires_at = fields.DatetimeField()
    renewed_at = fields.DatetimeField()
    refused_at = fields.DatetimeField(null=True)
    renewing_until = fields.BigIntField(null=True)

    class Meta:
        table = "grants"


@dataclass(frozen=True, slots=True)
class SealedGrant:
    """A grant as it is kept: its tokens sealed; moments in UTC."""

    access: str
    refresh: str
    expires_at: datetime
    renewed_at: datetime
    refused_at: datetime | None = None


async def get(account: str) -> SealedGrant | None:
    """Return the grant of `account`, None where there never was one."""
    row = await GrantRow.get_or_none(id=account)
    if row is None:
        return None
    return SealedGrant(row.access, row.refresh, row.expires_at, row.renewed_at, row.refused_at)


async def put(account: str, grant: SealedGrant) -> None:
    """Keep what an administrator granted just now, instead of whatever was there."""
    values = {
        "access": grant.access,
        "refresh": grant.refresh,
        "expires_at": grant.expires_at,
        "renewed_at": grant.renewed_at,
        "refused_at": None,
        "renewing_until": None,
    }
    await GrantRow.update_or_create(defaults=values, id=account)


async def begin_renewing(account: str, refresh: str, now: datetime, until: datetime) -> bool:
    """Take the right to use `refresh`, which is good once, until `until`; False while another process has it, or did.

    Both moments in UTC.
    """
    return (
        await sql.run(
            "UPDATE grants SET renewing_until = ?3 WHERE id = ?1 AND refresh = ?2 AND refused_at IS NULL"
            " AND (renewing_until IS NULL OR renewing_until <= ?4)",
            account,
            refresh,
            sql.ms(until),
            sql.ms(now),
        )
        == 1
    )


async def renewed(account: str, refresh: str, grant: SealedGrant) -> bool:
    """Keep the pair that `refresh` was changed for; False when an administrator granted anew meanwhile."""
    changed = await GrantRow.filter(id=account, refresh=refresh).update(
        access=grant.access,
        refresh=grant.refresh,
        expires_at=grant.expires_at,
        renewed_at=grant.renewed_at,
        refused_at=None,
        renewing_until=None,
    )
    return changed == 1


async def not_renewed(account: str, refresh: str, refused_at: datetime | None) -> None:
    """Let the next one try `refresh`; with `refused_at` (UTC) nobody does: the platform takes it no more."""
    await GrantRow.filter(id=account, refresh=refresh).update(refused_at=refused_at, renewing_until=None)
