"""The catalogue, as far as there is one."""

try:
    from scr_check.rules import CATALOGUE
except ImportError:
    CATALOGUE = ()
