"""Stories by other programs: average linkage of scikit-learn, TextClust of river, BERTopic, beside Rashomon.

What each is given:

* Rashomon: the documents, no copies; a stream.
* scikit-learn: TF-IDF of all documents at once and average linkage on cosine distance, cut at a distance or, as an
  upper bound, at the true number of stories. No stream, and quadratic in memory.
* river: `cluster.TextClust` (Carnein, Assenmacher and Trautmann 2017), river's stream clustering of texts, over words
  without stop words. The micro-cluster that a document falls into is its story (learnt, then predicted, since learning
  does not tell it). What was silent for `SILENT` documents is forgotten; no story of these data is silent so long.
* BERTopic: `partial_fit`, its online way, by batches. Its sentence vectors would have to be downloaded, so that it is
  given vectors instead: TF-IDF of all documents reduced by SVD. Installed without its dependencies it needs neither
  torch nor a download. It clusters with k-means by mini-batches, as its manual does, and is told the true number of
  stories, which no stream knows; more clusters than documents in the first batch there cannot be.

The packages are imported late: who has one of them runs that one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from rashomon.core import Document
from rashomon.group import find_stories
from rashomon.group.order import stream_order

SILENT = 200
FADING = 0.0005
"""TextClust's default: a word that was said once is forgotten after `SILENT` documents, as its cluster is."""
BATCH = 200

Stories = Callable[[Sequence[Document], float, int], list[str]]
"""Documents, the setting, the true number of stories (for those that must be told) -> a story for each document."""


def text(document: Document) -> str:
    """The words of a document."""
    return f"{document.headline or ''}\n{document.text}"


def streamed(documents: Sequence[Document]) -> list[int]:
    """The order in which a stream takes them: by time, then by id."""
    return sorted(range(len(documents)), key=lambda number: stream_order(documents[number]))


def rashomon(documents: Sequence[Document], _: float, __: int) -> list[str]:
    """The stories of Rashomon, without what it knows of copies."""
    found = {d: story.id for story in find_stories(documents) for d in story.documents}
    return [found[document.id] for document in documents]


def linked(documents: Sequence[Document], distance: float, _: int) -> list[str]:
    """Average linkage up to a distance."""
    return _linked(documents, distance=distance)


def linked_told(documents: Sequence[Document], _: float, stories: int) -> list[str]:
    """Average linkage down to the true number of stories."""
    return _linked(documents, stories=stories)


def _linked(documents: Sequence[Document], *, distance: float | None = None, stories: int | None = None) -> list[str]:
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(map(text, documents))
    distances = 1.0 - (vectors @ vectors.T).toarray()
    clusters = AgglomerativeClustering(stories, metric="precomputed", linkage="average", distance_threshold=distance)
    return [str(label) for label in clusters.fit_predict(distances)]


def textclust(documents: Sequence[Document], radius: float, _: int) -> list[str]:
    """The micro-clusters of river's TextClust; a radius of 0 lets it find its own."""
    from river.cluster import TextClust
    from river.feature_extraction import BagOfWords
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    words = BagOfWords(lowercase=True, stop_words=set(ENGLISH_STOP_WORDS))
    stories = TextClust(
        radius=radius or 0.5,
        auto_r=not radius,
        tgap=SILENT,
        fading_factor=FADING,
        real_time_fading=False,
        auto_merge=False,  # a merged cluster does not keep the names of all that went into it
    )
    found = [""] * len(documents)
    for number in streamed(documents):
        counts = words.transform_one(text(documents[number]))
        stories.learn_one(counts)
        found[number] = str(stories.predict_one(counts))
    return found


def bertopic(documents: Sequence[Document], dimensions: float, stories: int) -> list[str]:
    """The topics of BERTopic, learnt batch by batch."""
    from bertopic import BERTopic
    from bertopic.backend import BaseEmbedder
    from bertopic.dimensionality import BaseDimensionalityReduction
    from bertopic.vectorizers import OnlineCountVectorizer
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    order = streamed(documents)
    texts = [text(documents[number]) for number in order]
    counted = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    vectors = normalize(TruncatedSVD(min(int(dimensions), len(texts) - 1), random_state=0).fit_transform(counted))
    topics = BERTopic(
        embedding_model=BaseEmbedder(),
        umap_model=BaseDimensionalityReduction(),
        hdbscan_model=MiniBatchKMeans(stories, random_state=0, n_init=3),
        vectorizer_model=OnlineCountVectorizer(stop_words="english"),
    )
    size = max(BATCH, stories)
    edges = [0, *range(size, len(texts) - size + 1, size), len(texts)]  # the last batch takes the rest
    found = [""] * len(documents)
    for start, end in pairwise(edges):
        topics.partial_fit(texts[start:end], vectors[start:end])
        for number, label in zip(order[start:end], topics.hdbscan_model.labels_, strict=True):
            found[number] = str(label)
    return found


PEERS: dict[str, tuple[Stories, tuple[float, ...]]] = {
    "Rashomon": (rashomon, (0.0,)),
    "scikit-learn TF-IDF, average linkage": (linked, (0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)),
    "the same, told how many stories": (linked_told, (0.0,)),
    "river TextClust": (textclust, (0.0, 0.3, 0.4, 0.6, 0.65, 0.7, 0.75)),
    "BERTopic online, told how many": (bertopic, (25, 50, 100, 200)),
}
"""What finds stories, and the settings among which it may choose: a distance, a radius, a number of dimensions."""
