<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClipboardTyping</name>
    <message numerus="yes">
        <source>%n characters will be typed, and Return at the end of each line.</source>
        <translation>
            <numerusform>%n character will be typed, and Return at the end of each line.</numerusform>
            <numerusform>%n characters will be typed, and Return at the end of each line.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters will be typed.</source>
        <translation>
            <numerusform>%n character will be typed.</numerusform>
            <numerusform>%n characters will be typed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsoleStatus</name>
    <message numerus="yes">
        <source>%n frame(s)/s</source>
        <translation>
            <numerusform>%n frame/s</numerusform>
            <numerusform>%n frames/s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadSection</name>
    <message numerus="yes">
        <source>%n image(s), %1</source>
        <translation>
            <numerusform>%n image, %1</numerusform>
            <numerusform>%n images, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message numerus="yes">
        <source>%n things went wrong</source>
        <translation>
            <numerusform>%n things went wrong</numerusform>
            <numerusform>%n things went wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HostPage</name>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sockets</source>
        <translation>
            <numerusform>%n socket</numerusform>
            <numerusform>%n sockets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n NUMA nodes</source>
        <translation>
            <numerusform>%n NUMA node</numerusform>
            <numerusform>%n NUMA nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageCatalogue</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MachineActions</name>
    <message numerus="yes">
        <source>Force %n machines off?</source>
        <translation>
            <numerusform>Force %n machine off?</numerusform>
            <numerusform>Force %n machines off?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reset %n machines?</source>
        <translation>
            <numerusform>Reset %n machine?</numerusform>
            <numerusform>Reset %n machines?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard the saved state of %n machines?</source>
        <translation>
            <numerusform>Discard the saved state of %n machine?</numerusform>
            <numerusform>Discard the saved state of %n machines?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n machines from their hosts?</source>
        <translation>
            <numerusform>Remove %n machine from its host?</numerusform>
            <numerusform>Remove %n machines from their hosts?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MachinesPage</name>
    <message numerus="yes">
        <source>on %n hosts</source>
        <translation>
            <numerusform>on %n host</numerusform>
            <numerusform>on %n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machines</source>
        <translation>
            <numerusform>%n machine</numerusform>
            <numerusform>%n machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OsChooser</name>
    <message numerus="yes">
        <source>%n system(s)</source>
        <translation>
            <numerusform>%n system</numerusform>
            <numerusform>%n systems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message numerus="yes">
        <source>All of this is done %n time(s), for %1, each as a job of its own.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextConsolePane</name>
    <message numerus="yes">
        <source>Paste %n line(s)?</source>
        <translation>
            <numerusform>Paste %n line?</numerusform>
            <numerusform>Paste %n lines?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accounttext</name>
    <message numerus="yes">
        <source>%1, with %n ssh key(s)</source>
        <translation>
            <numerusform>%1, with %n ssh key</numerusform>
            <numerusform>%1, with %n ssh keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, with a password and %n ssh key(s)</source>
        <translation>
            <numerusform>%1, with a password and %n ssh key</numerusform>
            <numerusform>%1, with a password and %n ssh keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confirm</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consolewords</name>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s).</source>
        <extracomment>%1 is a sentence with the reason</extracomment>
        <translation>
            <numerusform>%1 Trying again in %n second.</numerusform>
            <numerusform>%1 Trying again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hardwaretext</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>losstext</name>
    <message numerus="yes">
        <source>The file holds %n more machine(s); the first is imported.</source>
        <translation>
            <numerusform>The file holds %n more machine; the first is imported.</numerusform>
            <numerusform>The file holds %n more machines; the first is imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n processor</numerusform>
            <numerusform>%n processors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s)</source>
        <translation>
            <numerusform>%n disk</numerusform>
            <numerusform>%n disks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network card(s)</source>
        <translation>
            <numerusform>%n network card</numerusform>
            <numerusform>%n network cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recipetext</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textconsolewords</name>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s).</source>
        <extracomment>%1 is a sentence with the reason</extracomment>
        <translation>
            <numerusform>%1 Trying again in %n second.</numerusform>
            <numerusform>%1 Trying again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
