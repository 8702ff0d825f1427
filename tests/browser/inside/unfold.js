// What is folded, and what is laid out only when it comes near, is looked at too.
() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
    for (const each of document.querySelectorAll('*'))
        if (getComputedStyle(each).contentVisibility !== 'visible') each.style.contentVisibility = 'visible';
}
