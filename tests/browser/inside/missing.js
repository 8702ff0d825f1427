// Links to places on this page that are not there.
() => [...document.querySelectorAll("a[href^='#']")].map(each => each.getAttribute('href'))
    .filter(href => href.length > 1 && !document.getElementById(decodeURIComponent(href.slice(1))))
