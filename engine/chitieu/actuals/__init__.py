"""What was achieved, read from files."""

from chitieu.actuals.load import load_actuals
from chitieu.actuals.model import Actuals

__all__ = ["Actuals", "load_actuals"]
