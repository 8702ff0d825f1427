// Run before every page: hostile words call `ran`, and so does whatever the page's policy had to stop.
window.ran = (...given) => { (window.whatRan ||= []).push(given.join(' ')); };
document.addEventListener('securitypolicyviolation',
    event => ran('policy', event.violatedDirective, event.blockedURI, event.sourceFile, event.sample));
