"""Menus of the lanes: what they are, one lane, and the hidden lanes. All of it is a command or a gesture too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from tijdlijn.layout.lane_choices import head_of
from tijdlijn.layout.lanes import NAMES, Lane
from tijdlijn.model.views import LaneBy
from tijdlijn.ui.commands import LANES
from tijdlijn.ui.timeline_view.lane_hand import Act, LaneHand

WITHIN = "within_"
_KEYS = {command.id: command.keys[0] for command in LANES if command.keys}


def fill_choice(menu: QMenu, hand: LaneHand) -> None:
    """What the lanes are, what stands within them, what is hidden, and how to put all back."""
    _heading(menu, _tr("Banen per"))
    _choices(menu, hand, [(f"lanes_{by}", _capital(NAMES[by])) for by in LaneBy])
    _heading(menu, _tr("Daarbinnen per"))
    _choices(menu, hand, [("within_none", _tr("Niets")), *((f"within_{by}", _capital(NAMES[by])) for by in LaneBy)])
    menu.addSeparator()
    _add_hidden(menu, hand)
    _add(menu, hand, "lanes_unfold", _tr("Alle banen uitklappen"))
    _add(menu, hand, "lanes_restore", _tr("Banen herstellen"))


def fill_hidden(menu: QMenu, hand: LaneHand) -> None:
    """The lanes that are hidden: each is shown again when it is chosen."""
    for lane in hand.all.hidden:
        action = menu.addAction(_tr("{0} tonen").format(_whole_name(hand, lane)).replace("&", "&&"))
        action.triggered.connect(partial(_show_again, hand, lane.key))
    menu.addSeparator()
    _add(menu, hand, "lanes_show", _tr("Alle verborgen banen tonen"))


def fill_lane(menu: QMenu, hand: LaneHand, key: str) -> None:
    """What can be done with one lane, which gets the keys."""
    hand.focus(key)
    lane = hand.placed(key)
    is_folded = lane is not None and lane.is_folded
    _add(menu, hand, "lane_fold", _tr("Uitklappen") if is_folded else _tr("Inklappen"))
    _add(menu, hand, "lane_fold_others", _tr("Alle andere inklappen"))
    menu.addSeparator()
    _add(menu, hand, "lane_up", _tr("Omhoog"))
    _add(menu, hand, "lane_down", _tr("Omlaag"))
    menu.addSeparator()
    _add(menu, hand, "lane_taller", _tr("Hoger"))
    _add(menu, hand, "lane_lower", _tr("Lager"))
    _add(menu, hand, "lane_auto", _tr("Zo hoog als nodig"))
    menu.addSeparator()
    _add(menu, hand, "lane_hide", _tr("Verbergen"))
    _add(menu, hand, "lane_only", _tr("Alleen deze baan"))
    _add_hidden(menu, hand)
    menu.addSeparator()
    fill_choice(menu.addMenu(_tr("Banen per {0}").format(hand.words)), hand)


def _choices(menu: QMenu, hand: LaneHand, offered: list[tuple[str, str]]) -> None:
    group = QActionGroup(menu)
    for id_, text in offered:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(hand.is_on(id_))
        action.setEnabled(hand.can(id_))
        action.triggered.connect(lambda _=False, act=hand.commands[id_]: act())
        group.addAction(action)


def _add_hidden(menu: QMenu, hand: LaneHand) -> None:
    inner = menu.addMenu(_tr("Verborgen banen"))
    inner.setEnabled(bool(hand.all.hidden))
    fill_hidden(inner, hand)


def _add(menu: QMenu, hand: LaneHand, id_: str, text: str) -> None:
    keys = _KEYS.get(id_, "")
    action = menu.addAction(f"{text}\t{keys}" if keys else text)
    action.setEnabled(hand.can(id_))
    act: Act = hand.commands[id_]
    action.triggered.connect(lambda _=False: act())


def _show_again(hand: LaneHand, key: str, _checked: bool = False) -> None:
    hand.arrange(hand.all.shown_again([key]))
    hand.focus(key)


def _whole_name(hand: LaneHand, lane: Lane) -> str:
    return " › ".join(_names(hand, lane))


def _names(hand: LaneHand, lane: Lane) -> Iterator[str]:
    head = hand.all.lane(head_of(lane.key))
    if head is not None and head is not lane:
        yield head.name
    yield lane.name


def _heading(menu: QMenu, words: str) -> None:
    menu.addAction(words).setEnabled(False)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("lanes", text)
