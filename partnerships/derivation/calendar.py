"""The entries of the calendar: what each launch is from day to day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from partnerships import phases
from partnerships.derivation.scopes import Scope
from partnerships.models import CalendarEntry, Milestone, ProductLaunch
from partnerships.models.vocabulary import Basis


def calendar(scope: Scope) -> list[CalendarEntry]:
    """The calendar's entries of the scope, as they ought to be; unsaved."""
    claims: defaultdict[int, list[Milestone]] = defaultdict(list)
    for milestone in Milestone.objects.filter(launch__in=scope.launches).order_by("pk"):
        assert milestone.launch_id is not None
        claims[milestone.launch_id].append(milestone)
    launches = ProductLaunch.objects.filter(pk__in=scope.launches).order_by("pk")
    return [
        entry
        for pk in launches.values_list("pk", flat=True)
        for entry in _calendar_of(pk, claims[pk])
    ]


def _calendar_of(launch: int, claims: Sequence[Milestone]) -> Iterator[CalendarEntry]:
    for basis, stretches in (
        (Basis.RECORDED, phases.as_recorded(claims)),
        (Basis.KNOWN, phases.as_known(claims)),
    ):
        for phase in stretches:
            for outcome in ("", *phase.outcomes):
                yield CalendarEntry(
                    launch_id=launch,
                    basis=basis,
                    since=phase.since,
                    until=phase.until,
                    status=phase.status,
                    outcome=outcome,
                    place=phase.place,
                )
