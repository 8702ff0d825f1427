anchor => {
    const box = document.getElementById(anchor).getBoundingClientRect();
    return box.top >= 0 && box.top < innerHeight && box.left >= 0 && box.left < innerWidth;
}
