"""The life domains in the findings panel: of each its problems and its help, as a picture.

The rule: it shows what was computed and works nothing out itself; while it is closed nothing is laid out.
"""

from __future__ import annotations

from tijdlijn.analysis.domains import Domains
from tijdlijn.layout.domains import LEAD, TITLE, coverage_words, domain_blocks
from tijdlijn.ui.block_picture import BlockPicture
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import Section, plain_label


class DomainsSection(Section):
    """The picture of the domains; away where no problem or help names one."""

    def __init__(self, controller: CaseController) -> None:
        super().__init__(TITLE)
        self._controller = controller
        self._domains = Domains()
        self.picture = BlockPicture(TITLE, margin=0.0)
        self.content.setSpacing(4)
        self.content.addWidget(plain_label(LEAD, "small"))
        self.content.addWidget(self.picture)
        self.toggled.connect(lambda _: self._fill())
        self.picture.chosen.connect(self._choose)

    def show_domains(self, domains: Domains | None) -> None:
        """Show these."""
        self._domains = domains or Domains()
        self.setVisible(bool(self._domains.touched))
        self.set_title(f"{TITLE}  ·  {len(self._domains.touched)}")
        self._fill()

    def _choose(self, id_: str) -> None:
        """Select what tells of a domain on the timeline."""
        domain = id_.partition(":")[2]
        for one in self._domains.touched:
            if one.domain == domain:
                self._controller.select([*one.problem_ids, *one.help_ids], reveal=True)

    def _fill(self) -> None:
        case, domains = self._controller.case, self._domains
        if not self.is_open or not domains.touched:
            self.picture.show_blocks(lambda _: ())
            return
        about = "; ".join(f"{one.domain}: {coverage_words(one)}" for one in domains.touched)
        self.picture.show_blocks(lambda width: domain_blocks(case, domains, width), about)
