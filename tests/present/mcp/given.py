"""Invented reports as an assistant gives them: a weir at Sandrow, told by three outlets."""

WEIR = [
    {
        "id": "post",
        "outlet": "Tarn Valley Post",
        "headline": "Weir at Sandrow opened",
        "published_at": "2031-05-30T06:10:00+00:00",
        "text": "The mayor of Sandrow, Peter Vance, opened the new weir on Thursday. It cost 4 million crowns. "
        '"This weir will keep every cellar in Sandrow dry," Mr Vance said. '
        "The anglers' club denied that it had blocked the work.",
    },
    {
        "id": "star",
        "outlet": "Orle Evening Star",
        "headline": "Sandrow weir to open",
        "published_at": "2031-05-30T09:40:00+00:00",
        "text": "The mayor of Sandrow, Peter Vance, plans to open the new weir next week. It cost 5 million crowns. "
        '"This weir will keep every cellar in Sandrow dry," Peter Vance told reporters.',
    },
    {
        "id": "echo",
        "outlet": "Coast Echo",
        "headline": "Weir at Sandrow opened",
        "published_at": "2031-05-30T12:00:00+00:00",
        "text": "The mayor of Sandrow, Peter Vance, opened the new weir on Thursday. It cost 4 million crowns. "
        "Source: Tarn Valley Post",
    },
]
