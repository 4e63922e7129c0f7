"""Abbreviations: a full stop after one ends no sentence."""

_ABBREVIATIONS = (
    "inc corp co ltd llc plc bros no nos vs dr mr mrs ms prof st sen rep gov gen col lt sgt jr sr "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx est ca "
    "fig vol ed eds e.g i.e cf al etc dept u.s u.k u.n e.u d.c n.j n.y a.m p.m s.a s.p.a a.g n.v "
    "b.v k.k messrs ave blvd mt"
)
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
