// The one script of the pages. Listeners by delegation: no markup calls it, and every page works without it.
(function () {
  'use strict';

  const indonesian = document.documentElement.lang === 'id';

  // PrimeFaces' jar registers Indonesian under its old code "in", which no browser and no JDK since 17 asks for.
  if (window.PrimeFaces && PrimeFaces.locales) {
    PrimeFaces.locales.id = Object.assign({}, PrimeFaces.locales.en_US, {
      accept: 'Ya', reject: 'Tidak', cancel: 'Batal', choose: 'Pilih', upload: 'Unggah', clear: 'Kosongkan', apply: 'Terapkan',
      chooseDate: 'Pilih tanggal', chooseMonth: 'Pilih bulan', chooseYear: 'Pilih tahun', today: 'Hari ini', now: 'Sekarang',
      dayNames: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
      dayNamesShort: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'],
      dayNamesMin: ['Mg', 'Sn', 'Sl', 'Rb', 'Km', 'Jm', 'Sb'],
      monthNames: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
      monthNamesShort: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
      firstDay: 1, firstDayOfWeek: 1, showMonthAfterYear: false, dateFormat: 'd MM yy', weekHeader: 'Mg ke-',
      nextMonth: 'Bulan berikutnya', prevMonth: 'Bulan sebelumnya', nextYear: 'Tahun berikutnya', prevYear: 'Tahun sebelumnya',
      nextDecade: 'Dasawarsa berikutnya', prevDecade: 'Dasawarsa sebelumnya', filter: 'Saring', noFilter: 'Tanpa saringan',
      emptyMessage: 'Tidak ada pilihan', emptySearchMessage: 'Tidak ada yang cocok', emptySelectionMessage: 'Belum ada yang dipilih',
      searchMessage: '{0} pilihan tersedia', selectionMessage: '{0} dipilih', completed: 'Selesai', pending: 'Menunggu',
      list: 'Daftar', matchAll: 'Cocok semua', matchAny: 'Cocok salah satu', startsWith: 'Berawalan', endsWith: 'Berakhiran',
      contains: 'Memuat', notContains: 'Tidak memuat', equals: 'Sama dengan', notEquals: 'Tidak sama dengan', lt: 'Kurang dari', gt: 'Lebih dari',
      aria: Object.assign({}, (PrimeFaces.locales.en_US || {}).aria, {
        close: 'Tutup', next: 'Berikutnya', previous: 'Sebelumnya', navigation: 'Navigasi', nullLabel: 'Belum dipilih',
        selectAll: 'Pilih semua', unselectAll: 'Batalkan semua pilihan', selectRow: 'Pilih baris', unselectRow: 'Batalkan pilihan baris',
        expandRow: 'Buka baris', collapseRow: 'Tutup baris', firstPageLabel: 'Halaman pertama', lastPageLabel: 'Halaman terakhir',
        nextPageLabel: 'Halaman berikutnya', prevPageLabel: 'Halaman sebelumnya', pageLabel: 'Halaman {page}',
        rowsPerPageLabel: 'Baris tiap halaman', passwordShow: 'Tampilkan kata sandi', passwordHide: 'Sembunyikan kata sandi',
        trueLabel: 'Benar', falseLabel: 'Salah', removeLabel: 'Hapus'
      })
    });
  }

  const words = indonesian
    ? { saving: 'Menyimpan…', copied: 'Tersalin', restored: 'Yang Anda ketik sebelumnya dimuat kembali.' }
    : { saving: 'Saving…', copied: 'Copied', restored: 'What you had typed has been put back.' };

  function typing(element) {
    return element.matches('input, textarea, select, [contenteditable]');
  }

  // "/" goes to the search box, unless one is typing or has switched keys off.
  document.addEventListener('keydown', function (event) {
    const box = document.getElementById('seek');
    if (event.key === '/' && document.documentElement.dataset.keys === 'on' && box && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
    }
    if (event.key === 'Escape') {
      closeMenus(null);
    }
  });

  function closeMenus(inside) {
    document.querySelectorAll('.person-menu[open], .nav details[open], .thumb details[open]').forEach(function (menu) {
      if (!inside || !menu.contains(inside)) {
        const held = menu.contains(document.activeElement);
        menu.open = false;
        if (held) {
          menu.querySelector('summary').focus();
        }
      }
    });
  }

  document.addEventListener('click', function (event) {
    closeMenus(event.target);
    const copy = event.target.closest('[data-copy-from]');
    if (copy) {
      const source = document.getElementById(copy.dataset.copyFrom);
      const text = source.dataset.copy || source.textContent.trim();
      navigator.clipboard.writeText(text).then(function () {
        const before = copy.textContent;
        copy.textContent = words.copied;
        setTimeout(function () { copy.textContent = before; }, 2000);
      });
    }
    if (event.target.closest('[data-print]')) {
      window.print();
    }
    if (event.target.closest('.tongue a')) {
      keep(true);
    }
    // A link to a wrong field also works where the field is a group.
    const link = event.target.closest('.box a[href^="#"]');
    const field = link && document.getElementById(link.getAttribute('href').slice(1));
    if (field) {
      event.preventDefault();
      const control = typing(field) ? field : field.querySelector('input, textarea, select') || field;
      control.focus();
      control.scrollIntoView({ block: 'center' });
    }
  });

  // Paper leaves the office: that a page was printed goes into the access log, as that it was opened did.
  window.addEventListener('beforeprint', function () {
    fetch(location.href, { headers: { Purpose: 'print' }, credentials: 'same-origin', cache: 'no-store', keepalive: true });
  });

  // NIP and codes are copied without the blanks that group them.
  document.addEventListener('copy', function (event) {
    const selected = document.getSelection();
    const nip = selected.anchorNode && selected.anchorNode.parentElement && selected.anchorNode.parentElement.closest('[data-copy]');
    if (nip && nip.contains(selected.focusNode)) {
      event.clipboardData.setData('text/plain', selected.toString().replace(/\s/g, ''));
      event.preventDefault();
    }
  });

  function focusErrors() {
    const box = document.querySelector('.box[role=alert]');
    if (box && !box.dataset.seen) {
      box.dataset.seen = 'yes';
      box.focus();
    }
  }

  // A button that has been pressed says so and is not pressed twice. Server and ledger refuse the second one anyway.
  let pressed = null;
  function press(button) {
    const label = button.querySelector('.ui-button-text') || button;
    if (button.getAttribute('aria-disabled') === 'true' || button.tagName === 'INPUT') {
      return;
    }
    pressed = { button: button, label: label, text: label.textContent };
    setTimeout(function () {
      if (pressed && pressed.button === button) {
        button.setAttribute('aria-disabled', 'true');
        label.textContent = words.saving;
      }
    }, 300);
  }
  function release() {
    if (pressed) {
      pressed.button.removeAttribute('aria-disabled');
      pressed.label.textContent = pressed.text;
      pressed = null;
    }
  }
  document.addEventListener('click', function (event) {
    const button = event.target.closest('button[type=submit], .ui-button');
    if (button && button.getAttribute('aria-disabled') === 'true') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (form.dataset.sent === 'yes') {
      event.preventDefault();
    } else if ((form.method || '').toLowerCase() === 'post' && !event.defaultPrevented) {
      form.dataset.sent = 'yes';
      if (event.submitter) {
        press(event.submitter);
      }
      setTimeout(function () { form.dataset.sent = ''; release(); }, 20000);
    }
  });
  if (window.jQuery) {
    jQuery(document).on('pfAjaxSend', function (event, request, settings) {
      const source = settings && settings.source && document.getElementById(settings.source.id || settings.source);
      if (source && source.matches('.ui-button')) {
        press(source);
      }
    });
    jQuery(document).on('pfAjaxComplete', function () {
      release();
      focusErrors();
      wait();
    });
  }
  window.addEventListener('pageshow', release);

  // What was typed survives a change of language and a sign-in in between; only in this tab, only until it is shown again.
  const KEPT = 'jejak.typed';
  function forms() {
    return Array.prototype.filter.call(document.querySelectorAll('main form'), function (form) {
      return (form.method || '').toLowerCase() === 'post' && !form.matches('[data-forget]');
    });
  }
  function keep(restore) {
    const typed = [];
    forms().forEach(function (form) {
      Array.prototype.forEach.call(form.elements, function (element) {
        if (!element.name || /^(hidden|file|password|submit|button)$/.test(element.type)) {
          return;
        }
        if (/^(radio|checkbox)$/.test(element.type)) {
          if (element.checked !== element.defaultChecked) {
            typed.push([element.name, element.value, element.checked]);
          }
        } else if (element.value !== (element.defaultValue === undefined ? element.value : element.defaultValue)) {
          typed.push([element.name, element.value, null]);
        }
      });
    });
    if (typed.length) {
      sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, restore: restore, typed: typed }));
    }
  }
  function bringBack() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || 'null');
    if (!kept) {
      return;
    }
    sessionStorage.removeItem(KEPT);
    const signedInAgain = location.hash === '#kept';
    if (signedInAgain) {
      history.replaceState(null, '', location.pathname + location.search);
    }
    if (!(kept.restore || signedInAgain) || kept.path !== location.pathname) {
      return;
    }
    let found = 0;
    kept.typed.forEach(function (entry) {
      document.querySelectorAll('[name="' + CSS.escape(entry[0]) + '"]').forEach(function (element) {
        if (entry[2] === null) {
          element.value = entry[1];
          found++;
        } else if (element.value === entry[1]) {
          element.checked = entry[2];
          found++;
        }
      });
    });
    if (found) {
      const note = document.createElement('p');
      note.className = 'notice';
      note.setAttribute('role', 'status');
      note.textContent = words.restored;
      document.querySelector('main').prepend(note);
    }
  }
  window.addEventListener('pagehide', function () {
    if (!sessionStorage.getItem(KEPT)) {
      keep(false);
    }
  });

  // Two minutes before the session ends the page says so; one key keeps it. What was typed is kept either way.
  const idle = document.getElementById('idle');
  let waking = 0;
  function wait() {
    clearTimeout(waking);
    const seconds = idle ? Number(idle.dataset.seconds) : 0;
    if (seconds > 120) {
      idle.hidden = true;
      waking = setTimeout(function () { idle.hidden = false; }, (seconds - 120) * 1000);
    }
  }
  document.addEventListener('click', function (event) {
    if (event.target.id === 'stay') {
      fetch('/help', { method: 'HEAD', credentials: 'same-origin', cache: 'no-store' }).then(wait);
    }
  });

  // Charts cannot read variables of the style sheet; they ask here.
  window.Jejak = {
    token: function (name) {
      return getComputedStyle(document.documentElement).getPropertyValue('--j-' + name).trim();
    }
  };

  // A list of chosen things is a list: PrimeFaces calls it a listbox without a name, with options that nothing owns.
  function plainLists() {
    document.querySelectorAll('ul.ui-autocomplete-multiple-container').forEach(function (list) {
      function plain() {
        list.removeAttribute('role');
        list.removeAttribute('aria-orientation');
        list.querySelectorAll('li').forEach(function (item) { item.removeAttribute('role'); });
      }
      plain();
      new MutationObserver(plain).observe(list, { childList: true, attributes: true, attributeFilter: ['role'] });
    });
  }

  function ready() {
    plainLists();
    focusErrors();
    bringBack();
    wait();
  }
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', ready);
  } else {
    ready();
  }
}());
