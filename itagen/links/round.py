"""One round of asking: what is not fresh is asked, and a machine off the internet is noticed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from itagen.links.connection import Network
from itagen.links.crowd import HostTurns, ask_all
from itagen.links.notes import Note, Notes
from itagen.links.reply import Trouble
from itagen.links.signs import host_of

_NEVER_THERE: frozenset[Trouble] = frozenset(["unknown-name", "unresolved", "refused", "timeout"])


def unasked(
    addresses: Collection[str], notes: Mapping[str, Note], today: date, max_age: int
) -> list[str]:
    """Those without a fresh note."""
    return sorted(
        address
        for address in addresses
        if address not in notes or not notes[address].is_fresh(today, max_age)
    )


@dataclass
class Round:
    """What was asked on one day, and how; `asked` is filled as replies come."""

    today: date
    network: Network = field(default_factory=Network)
    turns: HostTurns = field(default_factory=HostTurns)
    asked: Notes = field(default_factory=dict)

    def ask(self, addresses: Collection[str], told: Callable[[int], None]) -> None:
        """Ask them all, and say after each how many are done."""
        for address, reply in ask_all(addresses, self.network, self.turns):
            self.asked[address] = Note(self.today, reply)
            told(len(self.asked))

    def is_cut_off(self, notes: Mapping[str, Note]) -> bool:
        """Whether nobody answered, not even one of `notes` that did before and is asked again."""
        hosts = {host_of(address) for address in self.asked}
        if len(hosts) < 2 or not self._is_silent():
            return False
        good = (a for a, note in sorted(notes.items()) if note.reply.is_good)
        if control := next((a for a in good if a not in self.asked), None):
            self.ask([control], lambda _: None)
        return self._is_silent()

    def _is_silent(self) -> bool:
        return all(note.reply.trouble in _NEVER_THERE for note in self.asked.values())
