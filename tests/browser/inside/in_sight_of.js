// Whether an element is in the window, and nothing lies over it.
each => {
    const box = each.getBoundingClientRect();
    const x = box.left + Math.min(box.width, innerWidth) / 2, y = box.top + Math.min(box.height, 40) / 2;
    const top = document.elementFromPoint(x, y);
    return box.top >= -1 && box.top < innerHeight && box.left < innerWidth && !!top && (each === top || each.contains(top) || top.contains(each));
}
