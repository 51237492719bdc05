<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BinDialog</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted mark(s) will be gone for good. This cannot be undone.</source>
        <translation>
            <numerusform>%n deleted mark will be gone for good. This cannot be undone.</numerusform>
            <numerusform>%n deleted marks will be gone for good. This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message numerus="yes">
        <source>%n mark(s) without a place</source>
        <translation>
            <numerusform>%n mark without a place</numerusform>
            <numerusform>%n marks without a place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkPanel</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put right</source>
        <translation>
            <numerusform>%n put right</numerusform>
            <numerusform>%n put right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnStylesDialog</name>
    <message numerus="yes">
        <source>In the open speech: %n such heading(s)</source>
        <translation>
            <numerusform>In the open speech: %n such heading</numerusform>
            <numerusform>In the open speech: %n such headings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n character(s) selected</source>
        <translation>
            <numerusform>%n character selected</numerusform>
            <numerusform>%n characters selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message numerus="yes">
        <source>%n line(s) of adverts and watermarks</source>
        <translation>
            <numerusform>%n line of adverts and watermarks</numerusform>
            <numerusform>%n lines of adverts and watermarks</numerusform>
        </translation>
    </message>
</context>
</TS>
