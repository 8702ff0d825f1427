"""The faces: what people and programs see of facts; nothing is concluded here."""
