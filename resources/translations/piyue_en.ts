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
    <name>CollocatesPage</name>
    <message numerus="yes">
        <source>±%n word(s)</source>
        <translation>
            <numerusform>±%n word</numerusform>
            <numerusform>±%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n time(s)</source>
        <translation>
            <numerusform>“%1”: %n time</numerusform>
            <numerusform>“%1”: %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareRoom</name>
    <message numerus="yes">
        <source>%n passage(s) shared</source>
        <translation>
            <numerusform>%n passage shared</numerusform>
            <numerusform>%n passages shared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparedText</name>
    <message numerus="yes">
        <source>%n line(s) of adverts and watermarks</source>
        <translation>
            <numerusform>%n line of adverts and watermarks</numerusform>
            <numerusform>%n lines of adverts and watermarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message numerus="yes">
        <source>%n mark(s) copied as %1.</source>
        <translation>
            <numerusform>%n mark copied as %1.</numerusform>
            <numerusform>%n marks copied as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other version(s)</source>
        <translation>
            <numerusform>%n other version</numerusform>
            <numerusform>%n other versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DispersionPage</name>
    <message numerus="yes">
        <source>“%1”: %n time(s)</source>
        <translation>
            <numerusform>“%1”: %n time</numerusform>
            <numerusform>“%1”: %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message numerus="yes">
        <source>About %n speech(es)</source>
        <translation>
            <numerusform>About %n speech</numerusform>
            <numerusform>About %n speeches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDeeds</name>
    <message numerus="yes">
        <source>%n comment(s) and highlight(s) of the file are marks here.</source>
        <translation>
            <numerusform>%n comment or highlight of the file is a mark here.</numerusform>
            <numerusform>%n comments and highlights of the file are marks here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found</source>
        <translation>
            <numerusform>%n not found</numerusform>
            <numerusform>%n not found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This looks like another version of “%1”, which has %n mark(s).</source>
        <translation>
            <numerusform>This looks like another version of “%1”, which has %n mark.</numerusform>
            <numerusform>This looks like another version of “%1”, which has %n marks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitDeeds</name>
    <message numerus="yes">
        <source>%n hit(s) marked.</source>
        <translation>
            <numerusform>%n hit marked.</numerusform>
            <numerusform>%n hits marked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntakeBar</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speech(es) taken into the library.</source>
        <translation>
            <numerusform>%n speech taken into the library.</numerusform>
            <numerusform>%n speeches taken into the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there already.</source>
        <translation>
            <numerusform>%n file there already.</numerusform>
            <numerusform>%n files there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be.</source>
        <translation>
            <numerusform>%n file could not be.</numerusform>
            <numerusform>%n files could not be.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntakeReport</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeynessPage</name>
    <message numerus="yes">
        <source>against %n speech(es)</source>
        <translation>
            <numerusform>against %n speech</numerusform>
            <numerusform>against %n speeches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryRoom</name>
    <message numerus="yes">
        <source>%n speech(es)</source>
        <translation>
            <numerusform>%n speech</numerusform>
            <numerusform>%n speeches</numerusform>
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
    <name>MaterialBar</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaterialDeeds</name>
    <message numerus="yes">
        <source>%n passage(s) copied with their source.</source>
        <translation>
            <numerusform>%n passage copied with its source.</numerusform>
            <numerusform>%n passages copied with their source.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingDelegate</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherTags</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
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
    <name>PieceDelegate</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepeatsPage</name>
    <message numerus="yes">
        <source>in common with %n speech(es)</source>
        <translation>
            <numerusform>in common with %n speech</numerusform>
            <numerusform>in common with %n speeches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n mark(s) made or changed since would go</source>
        <translation>
            <numerusform>%n mark made or changed since would go</numerusform>
            <numerusform>%n marks made or changed since would go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speech(es) taken in since would go</source>
        <translation>
            <numerusform>%n speech taken in since would go</numerusform>
            <numerusform>%n speeches taken in since would go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted mark(s) would come back</source>
        <translation>
            <numerusform>%n deleted mark would come back</numerusform>
            <numerusform>%n deleted marks would come back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeList</name>
    <message numerus="yes">
        <source>%n speech(es)</source>
        <translation>
            <numerusform>%n speech</numerusform>
            <numerusform>%n speeches</numerusform>
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
    <name>Sheet</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShelfDeeds</name>
    <message numerus="yes">
        <source>%n speech(es) taken out; the marks lie in the bin.</source>
        <translation>
            <numerusform>%n speech taken out; the marks lie in the bin.</numerusform>
            <numerusform>%n speeches taken out; the marks lie in the bin.</numerusform>
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
    <name>SuggestionsPage</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagForm</name>
    <message numerus="yes">
        <source>%n mark(s) in all speeches</source>
        <translation>
            <numerusform>%n mark in all speeches</numerusform>
            <numerusform>%n marks in all speeches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatePreview</name>
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
<context>
    <name>UsedDialog</name>
    <message numerus="yes">
        <source>The paper in which %n passage(s) stand(s):</source>
        <translation>
            <numerusform>The paper in which %n passage stands:</numerusform>
            <numerusform>The paper in which %n passages stand:</numerusform>
        </translation>
    </message>
</context>
</TS>
