"""Turn the direction of writing, hide text, pile up accents, use letters that look like others.

expect: costs own
"""
text = "\u202edessap 44 fo 44\u202c \u2066hidden\u2069 \u200b\u2060\ufeff\u00ad \U000e0041\U000e0042 Z" + "\u0336\u0489" * 500
print(text)
raise ValueError(text)
