"""Names in Latin letters: what the languages that are written in them share."""

LETTER = r"[^\W\d_]"
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁĽĻŃŇŅŌŐŒŘŚŞŠȘŤȚŪŮŰŹŻŽ]"
GIVEN = rf"(?:{CAPITAL}\.|{CAPITAL}{LETTER}*(?:['’-]{LETTER}+)*)"
SURNAME = rf"{CAPITAL}{{2,}}(?:['’-]?{CAPITAL}+)*"
PARTICLE = (
    r"(?:de|da|del|della|dos|das|do|di|du|la|las|le|van|von|der|den|ten|ter|el|al|bin|ibn|bint|abu"
    r"|ben|y|e|zu)"
)
