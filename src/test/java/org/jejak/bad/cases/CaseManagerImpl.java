package org.jejak.bad.cases;

/** A name that says nothing. */
public class CaseManagerImpl {}
