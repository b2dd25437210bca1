<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountForm</name>
    <message>
        <source>Sho&amp;w</source>
        <translation>A&amp;nzeigen</translation>
    </message>
    <message>
        <source>&amp;Let it in over ssh as well</source>
        <translation>Auch über ssh zu&amp;lassen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Let it in over ssh as well</source>
        <translation>Auch über ssh zulassen</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Full nam&amp;e</source>
        <translation>Voller Nam&amp;e</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>&amp;Rechnername</translation>
    </message>
    <message>
        <source>As the system comes</source>
        <translation>Wie das System es mitbringt</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>Zeitz&amp;one</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <source>Ke&amp;yboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;ssh keys</source>
        <translation>&amp;ssh-Schlüssel</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Zeitzonen</translation>
    </message>
</context>
<context>
    <name>AccountStep</name>
    <message>
        <source>Account &amp; settings</source>
        <translation>Konto &amp; Einstellungen</translation>
    </message>
    <message>
        <source>Who is going to use it?</source>
        <translation>Wer soll sie benutzen?</translation>
    </message>
    <message>
        <source>The machine sets this up by itself at its first start.</source>
        <translation>Die Maschine richtet das bei ihrem ersten Start selbst ein.</translation>
    </message>
    <message>
        <source>&amp;More settings</source>
        <translation>&amp;Mehr Einstellungen</translation>
    </message>
</context>
<context>
    <name>AddHostDialog</name>
    <message>
        <source>lab-01.example.com or 192.0.2.7</source>
        <translation>lab-01.example.com oder 192.0.2.7</translation>
    </message>
    <message>
        <source>the user of this session</source>
        <translation>der Benutzer dieser Sitzung</translation>
    </message>
    <message>
        <source>whatever ssh would use</source>
        <translation>was ssh selbst nähme</translation>
    </message>
    <message>
        <source>&amp;Connect when the program starts</source>
        <translation>Beim Programmstart &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Host hinzufügen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Connect when the program starts</source>
        <translation>Beim Programmstart verbinden</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>&amp;Hypervisor</source>
        <translation>&amp;Hypervisor</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Wo</translation>
    </message>
    <message>
        <source>H&amp;ost</source>
        <translation>H&amp;ost</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>&amp;Schlüsseldatei</translation>
    </message>
    <message>
        <source>Pa&amp;th</source>
        <translation>P&amp;fad</translation>
    </message>
    <message>
        <source>Addr&amp;ess</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Add&amp;ress so far</source>
        <translation>Adr&amp;esse bis jetzt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This host is in the list already.</source>
        <translation>Dieser Host steht schon in der Liste.</translation>
    </message>
    <message>
        <source>This is not a valid address: %1</source>
        <translation>Das ist keine gültige Adresse: %1</translation>
    </message>
    <message>
        <source>Any address that libvirt understands.</source>
        <translation>Jede Adresse, die libvirt versteht.</translation>
    </message>
    <message>
        <source>Enter the host&apos;s name or address.</source>
        <translation>Geben Sie den Namen oder die Adresse des Hosts ein.</translation>
    </message>
    <message>
        <source>If a password is needed, you are asked for it when the connection is made.</source>
        <translation>Wird ein Passwort gebraucht, so werden Sie beim Verbinden danach gefragt.</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet …</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Verbindung mit %1 …</translation>
    </message>
    <message>
        <source>✓ It works: %1 %2, libvirt %3.</source>
        <extracomment>%1 is a hypervisor, %2 its version, %3 libvirt&apos;s version on the host</extracomment>
        <translation>✓ Es geht: %1 %2, libvirt %3.</translation>
    </message>
</context>
<context>
    <name>AppliancePanel</name>
    <message>
        <source>Appliance f&amp;ile</source>
        <translation>A&amp;ppliance-Datei</translation>
    </message>
    <message>
        <source>Path of an appliance or of a machine&apos;s description</source>
        <translation>Pfad einer Appliance oder der Beschreibung einer Maschine</translation>
    </message>
    <message>
        <source>Choose an appliance</source>
        <translation>Appliance auswählen</translation>
    </message>
    <message>
        <source>Appliances (*.ova *.ovf *.box *.vbox *.vmx *.vmcx *.xml *.conf *.vivarium)</source>
        <translation>Appliances (*.ova *.ovf *.box *.vbox *.vmx *.vmcx *.xml *.conf *.vivarium)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Show &amp;licence…</source>
        <translation>&amp;Lizenz anzeigen …</translation>
    </message>
    <message>
        <source>What will be different</source>
        <translation>Was anders sein wird</translation>
    </message>
    <message>
        <source>Fi&amp;rmware</source>
        <translation>Fi&amp;rmware</translation>
    </message>
    <message>
        <source>BIOS</source>
        <translation>BIOS</translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation>UEFI</translation>
    </message>
    <message>
        <source>UEFI with Secure Boot</source>
        <translation>UEFI mit Secure Boot</translation>
    </message>
    <message>
        <source>Disks connecte&amp;d by</source>
        <translation>Platten an&amp;geschlossen über</translation>
    </message>
    <message>
        <source>What they were connected by</source>
        <translation>wie bisher</translation>
    </message>
    <message>
        <source>virtio (fast; the guest needs its driver)</source>
        <translation>virtio (schnell; der Gast braucht den Treiber)</translation>
    </message>
    <message>
        <source>SATA</source>
        <translation>SATA</translation>
    </message>
    <message>
        <source>IDE (for old systems)</source>
        <translation>IDE (für alte Systeme)</translation>
    </message>
    <message>
        <source>&amp;Keep the addresses of its network cards</source>
        <translation>Adressen der Netzwerk&amp;karten behalten</translation>
    </message>
    <message>
        <source>Turn it off when the original goes on running in the same network.</source>
        <translation>Schalten Sie das aus, wenn das Original im selben Netzwerk weiterläuft.</translation>
    </message>
    <message>
        <source>Trusted Platform &amp;Module (TPM 2.0)</source>
        <translation>Trusted Platform &amp;Module (TPM 2.0)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is the kind of appliance, %2 its processors, memory and devices</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The machine was libvirt&apos;s already: it keeps what its definition says.</source>
        <translation>Die Maschine gehörte schon zu libvirt: Sie behält, was ihre Definition sagt.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The log of %1&apos;s console has ended: the file could not be written.</source>
        <translation>Die Mitschrift der Konsole von %1 ist beendet: Die Datei konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Selected machines</source>
        <translation>Ausgewählte Maschinen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ClipboardTyping</name>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>English (UK)</source>
        <translation>Englisch (GB)</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>English (US)</source>
        <translation>Englisch (USA)</translation>
    </message>
    <message>
        <source>Type clipboard</source>
        <translation>Zwischenablage tippen</translation>
    </message>
    <message>
        <source>Keyboard of the guest</source>
        <translation>Tastatur des Gasts</translation>
    </message>
    <message>
        <source>&amp;Keyboard of the guest</source>
        <translation>&amp;Tastatur des Gasts</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
    <message>
        <source>The clipboard&apos;s text is too long to be typed.</source>
        <translation>Der Text in der Zwischenablage ist zu lang, um getippt zu werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters will be typed, and Return at the end of each line.</source>
        <translation>
            <numerusform>%n Zeichen wird getippt, und die Eingabetaste am Ende jeder Zeile.</numerusform>
            <numerusform>%n Zeichen werden getippt, und die Eingabetaste am Ende jeder Zeile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters will be typed.</source>
        <translation>
            <numerusform>%n Zeichen wird getippt.</numerusform>
            <numerusform>%n Zeichen werden getippt.</numerusform>
        </translation>
    </message>
    <message>
        <source>This keyboard cannot type these, and they are left out: %1</source>
        <translation>Diese kann die Tastatur nicht tippen; sie werden ausgelassen: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>Typing: %1 of %2 characters</source>
        <translation>Tippen: %1 von %2 Zeichen</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>CloudForm</name>
    <message>
        <source>&amp;Install QEMU&apos;s guest agent</source>
        <translation>QEMUs &amp;Gastagenten installieren</translation>
    </message>
    <message>
        <source>&amp;Automatic (DHCP)</source>
        <translation>&amp;Automatisch (DHCP)</translation>
    </message>
    <message>
        <source>Fi&amp;xed</source>
        <translation>&amp;Fest</translation>
    </message>
    <message>
        <source>&amp;Remove the set-up medium after the first shutdown</source>
        <translation>Einrichtungsmedium nach dem ersten &amp;Herunterfahren entfernen</translation>
    </message>
    <message>
        <source>None; names with blanks between</source>
        <translation>Keine; Namen mit Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>It holds what is said here, the password only as a hash. Once the machine was shut down by itself, the medium is taken out and deleted; cloud-init is turned off in the machine when it has done its work.</source>
        <translation>Es enthält, was hier angegeben ist, das Passwort nur als Hash. Sobald die Maschine sich das erste Mal selbst heruntergefahren hat, wird das Medium herausgenommen und gelöscht; cloud-init wird in der Maschine abgeschaltet, wenn es seine Arbeit getan hat.</translation>
    </message>
    <message>
        <source>Pac&amp;kages</source>
        <translation>Pa&amp;kete</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User-&amp;data</source>
        <translation>&amp;User-Data</translation>
    </message>
    <message>
        <source>Fixed address</source>
        <translation>Feste Adresse</translation>
    </message>
    <message>
        <source>192.168.1.20/24</source>
        <translation>192.168.1.20/24</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Nameserver</translation>
    </message>
    <message>
        <source>Yours is done beside what is said above.</source>
        <translation>Ihres wird zusätzlich zu dem oben Gesagten ausgeführt.</translation>
    </message>
    <message>
        <source>What cloud-init is told</source>
        <translation>Was cloud-init gesagt bekommt</translation>
    </message>
    <message>
        <source>Show that…</source>
        <translation>Jenes zeigen …</translation>
    </message>
</context>
<context>
    <name>CloudImageDialog</name>
    <message>
        <source>Choose a cloud image</source>
        <translation>Cloud-Abbild wählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
</context>
<context>
    <name>CloudImagePanel</name>
    <message>
        <source>Cloud i&amp;mage</source>
        <translation>Cloud-A&amp;bbild</translation>
    </message>
    <message>
        <source>Path of a cloud image</source>
        <translation>Pfad eines Cloud-Abbilds</translation>
    </message>
    <message>
        <source>Choose a cloud image</source>
        <translation>Cloud-Abbild wählen</translation>
    </message>
    <message>
        <source>Disk images (*.qcow2 *.img *.raw *.vmdk *.vhdx *.xz *.gz *.zst)</source>
        <translation>Datenträgerabbilder (*.qcow2 *.img *.raw *.vmdk *.vhdx *.xz *.gz *.zst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Cop&amp;y it</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Keep only the changes</source>
        <translation>Nur Ä&amp;nderungen aufheben</translation>
    </message>
    <message>
        <source>The file is on this computer, and the machine will be on another.</source>
        <translation>Die Datei liegt auf diesem Rechner, und die Maschine wird auf einem anderen sein.</translation>
    </message>
    <message>
        <source>%1 · %2, to be grown to the size that you choose</source>
        <extracomment>%1 is a disk format such as qcow2, %2 a size</extracomment>
        <translation>%1 · %2, wächst auf die Größe, die Sie wählen</translation>
    </message>
    <message>
        <source>Quick, and takes little room; the image must stay where it is, and as it is.</source>
        <translation>Schnell und braucht wenig Platz; das Abbild muss bleiben, wo und wie es ist.</translation>
    </message>
    <message>
        <source>The machine gets a copy in the storage pool; the file is not needed afterwards.</source>
        <translation>Die Maschine erhält eine Kopie im Speicherpool; die Datei wird danach nicht mehr gebraucht.</translation>
    </message>
    <message>
        <source>Do&amp;wnload one…</source>
        <translation>Eines &amp;herunterladen …</translation>
    </message>
    <message>
        <source>It is downloaded when the machine is created, and kept for the next one.</source>
        <translation>Es wird beim Anlegen der Maschine heruntergeladen und für die nächste aufgehoben.</translation>
    </message>
    <message>
        <source>Quick, and takes little room, where the host may read downloaded images; it is copied otherwise.</source>
        <translation>Schnell und platzsparend, wo der Host heruntergeladene Abbilder lesen darf; sonst wird kopiert.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Create, run and look after virtual machines on this computer and others.</source>
        <translation>Virtuelle Maschinen auf diesem und anderen Rechnern anlegen, betreiben und pflegen.</translation>
    </message>
    <message>
        <source>Connect to the host at &lt;URI&gt; (can be repeated).</source>
        <translation>Mit dem Host unter &lt;URI&gt; verbinden (mehrfach möglich).</translation>
    </message>
    <message>
        <source>Open the console of &lt;MACHINE&gt;, a name or UUID.</source>
        <translation>Die Konsole von &lt;MACHINE&gt; öffnen, einem Namen oder einer UUID.</translation>
    </message>
    <message>
        <source>Select &lt;MACHINE&gt;, a name or UUID.</source>
        <translation>&lt;MACHINE&gt; auswählen, einen Namen oder eine UUID.</translation>
    </message>
    <message>
        <source>Print milestones with milliseconds since the start to standard error.</source>
        <translation>Meilensteine mit Millisekunden seit dem Start auf der Standardfehlerausgabe ausgeben.</translation>
    </message>
    <message>
        <source>Start a second program instead of handing the command to the running one.</source>
        <translation>Ein zweites Programm starten, statt den Befehl an das laufende weiterzugeben.</translation>
    </message>
    <message>
        <source>Trust displays whose certificates are signed by the one in &lt;FILE&gt; (PEM), and no others.</source>
        <translation>Bildschirmen vertrauen, deren Zertifikate mit dem in &lt;FILE&gt; (PEM) unterschrieben sind, und keinen anderen.</translation>
    </message>
    <message>
        <source>Show these displays alone, without machines or hosts: vnc://HOST:PORT, spice://HOST?port=PORT&amp;tls-port=PORT, vnc+ws://HOST:PORT/PATH, vnc+wss://HOST:PORT/PATH, vnc+unix:///PATH, spice+unix:///PATH, or a connection file (.vv). A password may stand in an address, but other users of this computer may see command lines, and a shell remembers them: leave it out and you are asked for it.</source>
        <translation>Nur diese Bildschirme zeigen, ohne Maschinen und Hosts: vnc://HOST:PORT, spice://HOST?port=PORT&amp;tls-port=PORT, vnc+ws://HOST:PORT/PATH, vnc+wss://HOST:PORT/PATH, vnc+unix:///PATH, spice+unix:///PATH oder eine Verbindungsdatei (.vv). In einer Adresse darf ein Passwort stehen, doch andere Benutzer dieses Rechners können Befehlszeilen sehen, und eine Shell merkt sie sich: Lassen Sie es weg, dann werden Sie danach gefragt.</translation>
    </message>
    <message>
        <source>The option --ca-file needs a display to show.
</source>
        <translation>Die Option --ca-file braucht einen Bildschirm, der gezeigt werden soll.
</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt dazu</translation>
    </message>
</context>
<context>
    <name>ConsoleDetails</name>
    <message>
        <source>Details of the connection</source>
        <translation>Einzelheiten der Verbindung</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>Zeiger</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>where yours is</source>
        <translation>dort, wo Ihrer ist</translation>
    </message>
    <message>
        <source>moves by steps, and is held while in use</source>
        <translation>bewegt sich schrittweise und wird währenddessen festgehalten</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sich selbst</translation>
    </message>
    <message>
        <source>the server showed none</source>
        <translation>der Server hat keines gezeigt</translation>
    </message>
    <message>
        <source>checked for %1; the library for %2 does not show it</source>
        <translation>geprüft für %1; die Bibliothek für %2 zeigt es nicht</translation>
    </message>
</context>
<context>
    <name>ConsoleFrame</name>
    <message>
        <source>Minimise</source>
        <translation>Minimieren</translation>
    </message>
</context>
<context>
    <name>ConsolePane</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Eigenes Fenster</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Ein und aus</translation>
    </message>
</context>
<context>
    <name>ConsoleStatus</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)/s</source>
        <translation>
            <numerusform>%n Bild/s</numerusform>
            <numerusform>%n Bilder/s</numerusform>
        </translation>
    </message>
    <message>
        <source>Press %1 to release keyboard and pointer</source>
        <translation>%1 gibt Tastatur und Maus wieder frei</translation>
    </message>
    <message>
        <source>Click into the picture to type; %1 releases</source>
        <translation>Klicken Sie zum Tippen ins Bild; %1 gibt frei</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show what is known of the connection</source>
        <translation>Zeigt, was über die Verbindung bekannt ist</translation>
    </message>
    <message>
        <source>Clipboard shared</source>
        <translation>Zwischenablage geteilt</translation>
    </message>
    <message>
        <source>View only</source>
        <translation>Nur ansehen</translation>
    </message>
</context>
<context>
    <name>ConsoleTabs</name>
    <message>
        <source>Consoles of the machine</source>
        <translation>Konsolen der Maschine</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
</context>
<context>
    <name>ConsoleTask</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ConsoleView</name>
    <message>
        <source>Console screen</source>
        <translation>Bildschirm der Konsole</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Press %1 to release keyboard and pointer</source>
        <translation>%1 gibt Tastatur und Maus wieder frei</translation>
    </message>
    <message>
        <source>Type clipboard</source>
        <translation>Zwischenablage tippen</translation>
    </message>
    <message>
        <source>Type this desktop&apos;s clipboard into the guest as keys</source>
        <translation>Tippt die Zwischenablage dieses Rechners als Tasten in den Gast</translation>
    </message>
    <message>
        <source>Connecting to the console…</source>
        <translation>Verbindung mit der Konsole …</translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>ContainerPanel</name>
    <message>
        <source>Choose folde&amp;r…</source>
        <translation>O&amp;rdner wählen …</translation>
    </message>
    <message>
        <source>S&amp;ystem in a folder</source>
        <translation>S&amp;ystem in einem Ordner</translation>
    </message>
    <message>
        <source>Sin&amp;gle program</source>
        <translation>Ein einzelnes Pro&amp;gramm</translation>
    </message>
    <message>
        <source>Root &amp;folder</source>
        <translation>Wurzelord&amp;ner</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programm</translation>
    </message>
    <message>
        <source>A folder that holds a whole system</source>
        <translation>Ein Ordner mit einem ganzen System</translation>
    </message>
    <message>
        <source>The files of the host</source>
        <translation>Die Dateien des Hosts</translation>
    </message>
    <message>
        <source>The folder becomes the container&apos;s “/”; its own init starts what is in it. mmdebstrap or debootstrap make such folders.</source>
        <translation>Der Ordner wird zum „/“ des Containers; sein eigenes init startet, was darin ist. mmdebstrap oder debootstrap machen solche Ordner.</translation>
    </message>
    <message>
        <source>One program with processes and a network of its own. Without a folder it sees the files of the host.</source>
        <translation>Ein Programm mit eigenen Prozessen und eigenem Netzwerk. Ohne Ordner sieht es die Dateien des Hosts.</translation>
    </message>
    <message>
        <source>The folder is on another computer: type its path there.</source>
        <translation>Der Ordner ist auf einem anderen Computer: Geben Sie seinen Pfad dort ein.</translation>
    </message>
    <message>
        <source>Choose the container&apos;s root folder</source>
        <translation>Wurzelordner des Containers wählen</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>virt-install command</source>
        <translation>virt-install-Befehl</translation>
    </message>
    <message>
        <source>Definition (XML)</source>
        <translation>Definition (XML)</translation>
    </message>
    <message>
        <source>Vagrantfile</source>
        <translation>Vagrantfile</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>For scripts: the machine as other programs read it</source>
        <translation>Für Skripte: die Maschine, wie andere Programme sie lesen</translation>
    </message>
    <message>
        <source>Such a machine needs more than a command or a definition.</source>
        <translation>Eine solche Maschine braucht mehr als einen Befehl oder eine Definition.</translation>
    </message>
    <message>
        <source>There is something to copy once the host has said what it offers.</source>
        <translation>Etwas zu kopieren gibt es, sobald der Host gesagt hat, was er anbietet.</translation>
    </message>
</context>
<context>
    <name>CreateWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Create now</source>
        <translation>&amp;Jetzt anlegen</translation>
    </message>
    <message>
        <source>New machine</source>
        <translation>Neue Maschine</translation>
    </message>
    <message>
        <source>Create now</source>
        <translation>Jetzt anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Recognising the image…</source>
        <translation>Das Abbild wird erkannt …</translation>
    </message>
</context>
<context>
    <name>CredentialDialog</name>
    <message>
        <source>Is this %1?</source>
        <translation>Ist das %1?</translation>
    </message>
    <message>
        <source>Unlock the key for %1</source>
        <translation>Schlüssel für %1 entsperren</translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Trust and connect</source>
        <translation>Vertrauen und verbinden</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Its key is not known on this computer yet. Trust it only if the fingerprint is the one that the host&apos;s administrator tells you.</source>
        <translation>Sein Schlüssel ist auf diesem Rechner noch nicht bekannt. Vertrauen Sie ihm nur, wenn der Fingerabdruck der ist, den Ihnen der Verwalter des Hosts nennt.</translation>
    </message>
    <message>
        <source>That was not accepted. Check the user and the password, and try again.</source>
        <translation>Das wurde nicht angenommen. Prüfen Sie Benutzer und Passwort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>&amp;Remember in the keychain</source>
        <translation>Im Schlüsselbund &amp;merken</translation>
    </message>
    <message>
        <source>Do not trust</source>
        <translation>Nicht vertrauen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Remember until Vivarium ends</source>
        <translation>Me&amp;rken, bis Vivarium endet</translation>
    </message>
    <message>
        <source>There is no keychain, such as GNOME Keyring or KWallet, that could keep it for longer.</source>
        <translation>Es gibt keinen Schlüsselbund, etwa GNOME Keyring oder KWallet, der es länger aufbewahren könnte.</translation>
    </message>
</context>
<context>
    <name>CustomXmlPanel</name>
    <message>
        <source>Paste a definition as libvirt writes it, or open a file. Its disks must be on the host already; it gets an identity of its own.</source>
        <translation>Fügen Sie eine Definition ein, wie libvirt sie schreibt, oder öffnen Sie eine Datei. Ihre Datenträger müssen schon auf dem Host liegen; sie bekommt eine eigene Kennung.</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a definition</source>
        <translation>Definition öffnen</translation>
    </message>
    <message>
        <source>Definitions (*.xml)</source>
        <translation>Definitionen (*.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” cannot be read, or it is too large for a definition.</source>
        <translation>„%1“ kann nicht gelesen werden, oder sie ist zu groß für eine Definition.</translation>
    </message>
</context>
<context>
    <name>DefinitionEdit</name>
    <message>
        <source>Undo my changes</source>
        <translation>Meine Änderungen zurücknehmen</translation>
    </message>
    <message>
        <source>Definition (XML)</source>
        <translation>Definition (XML)</translation>
    </message>
    <message>
        <source>Changed by hand: what you choose elsewhere in this window no longer changes it.</source>
        <translation>Von Hand geändert: Was Sie sonst in diesem Fenster wählen, ändert sie nicht mehr.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Checked: libvirt&apos;s schema knows all of it.</source>
        <translation>Geprüft: Das Schema von libvirt kennt alles darin.</translation>
    </message>
    <message>
        <source>This computer has no schema of libvirt to check it against; the host will check it.</source>
        <translation>Auf diesem Rechner fehlt das Schema von libvirt, um sie zu prüfen; der Host wird sie prüfen.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>libvirt&apos;s schema does not know it so: %1</source>
        <translation>Das Schema von libvirt kennt sie so nicht: %1</translation>
    </message>
</context>
<context>
    <name>DirectWindow</name>
    <message>
        <source>at %1</source>
        <extracomment>%1 is an address, as in &quot;at example.org:5901&quot;</extracomment>
        <translation>bei %1</translation>
    </message>
</context>
<context>
    <name>DownloadPanel</name>
    <message>
        <source>A&amp;dd an address…</source>
        <translation>A&amp;dresse hinzufügen …</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Entf&amp;ernen</translation>
    </message>
    <message>
        <source>&amp;Update the OS database</source>
        <translation>OS-Datenbank a&amp;ktualisieren</translation>
    </message>
    <message>
        <source>The OS database of this computer is of %1; Vivarium adds the better known systems that came out since.</source>
        <translation>Die OS-Datenbank dieses Rechners stammt von %1; Vivarium ergänzt die bekannteren Systeme, die seither erschienen sind.</translation>
    </message>
    <message>
        <source>Updating the OS database…</source>
        <translation>Die OS-Datenbank wird aktualisiert …</translation>
    </message>
</context>
<context>
    <name>DownloadSection</name>
    <message>
        <source>Dele&amp;te them…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Heruntergeladenes</translation>
    </message>
    <message>
        <source>M&amp;irrors</source>
        <translation>Sp&amp;iegelserver</translation>
    </message>
    <message>
        <source>One per line: how addresses begin, a space, and what is asked instead.</source>
        <translation>Je Zeile: womit Adressen beginnen, ein Leerzeichen, und was statt dessen gefragt wird.</translation>
    </message>
    <message>
        <source>OS &amp;database from</source>
        <translation>OS-&amp;Datenbank von</translation>
    </message>
    <message>
        <source>Images kept</source>
        <translation>Aufbewahrte Abbilder</translation>
    </message>
    <message>
        <source>An archive of libosinfo&apos;s database, or a page that names some</source>
        <translation>Ein Archiv der Datenbank von libosinfo oder eine Seite, die welche nennt</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>%1 is a size</extracomment>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), %1</source>
        <translation>
            <numerusform>%n Abbild, %1</numerusform>
            <numerusform>%n Abbilder, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete downloaded images</source>
        <translation>Heruntergeladene Abbilder löschen</translation>
    </message>
    <message>
        <source>Delete these images?</source>
        <translation>Diese Abbilder löschen?</translation>
    </message>
    <message>
        <source>They are downloaded again when they are needed. A machine that still has one in its drive will miss it.</source>
        <translation>Sie werden wieder heruntergeladen, wenn sie gebraucht werden. Einer Maschine, die noch eines im Laufwerk hat, wird es fehlen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n things went wrong</source>
        <translation>
            <numerusform>%n Vorgang ist schiefgegangen</numerusform>
            <numerusform>%n Vorgänge sind schiefgegangen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorPanel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Original message</source>
        <translation>Ursprüngliche Meldung</translation>
    </message>
    <message>
        <source>Copies the original message to the clipboard.</source>
        <translation>Kopiert die ursprüngliche Meldung in die Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>ExistingDiskPanel</name>
    <message>
        <source>Disk i&amp;mage</source>
        <translation>Datenträgerabbi&amp;ld</translation>
    </message>
    <message>
        <source>Path of a disk image</source>
        <translation>Pfad eines Datenträgerabbilds</translation>
    </message>
    <message>
        <source>Choose a disk image</source>
        <translation>Datenträgerabbild wählen</translation>
    </message>
    <message>
        <source>Disk images (*.qcow2 *.qcow *.img *.raw *.vmdk *.vdi *.vhdx *.vhd *.xz *.gz *.zst *.bz2)</source>
        <translation>Datenträgerabbilder (*.qcow2 *.qcow *.img *.raw *.vmdk *.vdi *.vhdx *.vhd *.xz *.gz *.zst *.bz2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Use it where it is</source>
        <translation>D&amp;ort verwenden, wo es liegt</translation>
    </message>
    <message>
        <source>Cop&amp;y it</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Con&amp;vert it to qcow2</source>
        <translation>In &amp;qcow2 umwandeln</translation>
    </message>
    <message>
        <source>The file is on this computer, and the machine will be on another.</source>
        <translation>Die Datei liegt auf diesem Rechner, die Maschine wird auf einem anderen sein.</translation>
    </message>
    <message>
        <source>A compressed image cannot be used where it is.</source>
        <translation>Ein komprimiertes Abbild kann nicht dort verwendet werden, wo es liegt.</translation>
    </message>
    <message>
        <source>%1, compressed with %2</source>
        <extracomment>%1 is a disk format such as vmdk, %2 a way of compression such as xz</extracomment>
        <translation>%1, mit %2 komprimiert</translation>
    </message>
    <message>
        <source>%1 · %2 as the machine sees it</source>
        <translation>%1 · %2 aus Sicht der Maschine</translation>
    </message>
    <message>
        <source>The machine writes to this file; nothing is copied.</source>
        <translation>Die Maschine schreibt in diese Datei; nichts wird kopiert.</translation>
    </message>
    <message>
        <source>The machine gets a copy in the storage pool, in the same format; the file stays as it is.</source>
        <translation>Die Maschine bekommt eine Kopie im Speicherpool, im selben Format; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The machine gets a copy in the storage pool, in the format that is best there; the file stays as it is.</source>
        <translation>Die Maschine bekommt eine Kopie im Speicherpool, im dort besten Format; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The disk lies on another computer, which can only use it where it is.</source>
        <translation>Der Datenträger liegt auf einem anderen Computer, der ihn nur dort benutzen kann, wo er ist.</translation>
    </message>
</context>
<context>
    <name>FactCard</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The guest takes no files: that needs a SPICE display, and the SPICE agent in the guest.</source>
        <translation>Der Gast nimmt keine Dateien an: Dazu braucht es einen SPICE-Bildschirm und den SPICE-Agenten im Gast.</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>%1 wird gesendet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 did not arrive: %2</source>
        <translation>%1 ist nicht angekommen: %2</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>From the &amp;host…</source>
        <translation>Vom &amp;Host …</translation>
    </message>
    <message>
        <source>Volumes of its storage pools, and its drives</source>
        <translation>Datenträger seiner Speicherpools und seine Laufwerke</translation>
    </message>
    <message>
        <source>No host has said yet what it has.</source>
        <translation>Noch hat kein Host gesagt, was er hat.</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>Readiness</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>Keine Befunde</translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FullScreenBar</name>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
    <message>
        <source>Keep this bar in view</source>
        <translation>Diese Leiste stehen lassen</translation>
    </message>
    <message>
        <source>Move this bar to the bottom</source>
        <translation>Diese Leiste nach unten setzen</translation>
    </message>
    <message>
        <source>Move this bar to the top</source>
        <translation>Diese Leiste nach oben setzen</translation>
    </message>
</context>
<context>
    <name>GraphCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>HeadWindow</name>
    <message>
        <source>Console screen %1</source>
        <translation>Bildschirm %1 der Konsole</translation>
    </message>
    <message>
        <source>Display %1</source>
        <translation>Anzeige %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Press %1 to release keyboard and pointer</source>
        <translation>%1 gibt Tastatur und Maus wieder frei</translation>
    </message>
</context>
<context>
    <name>HostActions</name>
    <message>
        <source>New machine here</source>
        <translation>Neue Maschine hier</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Connect when the program starts</source>
        <translation>Beim Programmstart verbinden</translation>
    </message>
    <message>
        <source>Rename host</source>
        <translation>Host umbenennen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>No host is selected.</source>
        <translation>Es ist kein Host ausgewählt.</translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation>Der Host ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The host is connected already.</source>
        <translation>Der Host ist schon verbunden.</translation>
    </message>
    <message>
        <source>The connection is being made.</source>
        <translation>Die Verbindung wird gerade hergestellt.</translation>
    </message>
    <message>
        <source>The host is the first one already.</source>
        <translation>Der Host ist schon der erste.</translation>
    </message>
    <message>
        <source>The host is the last one already.</source>
        <translation>Der Host ist schon der letzte.</translation>
    </message>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>„%1“ aus der Liste nehmen?</translation>
    </message>
    <message>
        <source>The host and its machines go on as they are; only this program forgets the address.</source>
        <translation>Der Host und seine Maschinen laufen weiter wie bisher; nur dieses Programm vergisst die Adresse.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>HostKind</name>
    <message>
        <source>QEMU/KVM</source>
        <translation>QEMU/KVM</translation>
    </message>
    <message>
        <source>Xen</source>
        <translation>Xen</translation>
    </message>
    <message>
        <source>LXC (Linux containers)</source>
        <translation>LXC (Linux-Container)</translation>
    </message>
    <message>
        <source>VirtualBox</source>
        <translation>VirtualBox</translation>
    </message>
    <message>
        <source>VMware ESXi</source>
        <translation>VMware ESXi</translation>
    </message>
    <message>
        <source>VMware vCenter</source>
        <translation>VMware vCenter</translation>
    </message>
    <message>
        <source>Data centre and host</source>
        <translation>Rechenzentrum und Host</translation>
    </message>
    <message>
        <source>Datacenter/cluster/esx-01.example.com</source>
        <translation>Rechenzentrum/Cluster/esx-01.example.com</translation>
    </message>
    <message>
        <source>VMware Workstation</source>
        <translation>VMware Workstation</translation>
    </message>
    <message>
        <source>VMware Player</source>
        <translation>VMware Player</translation>
    </message>
    <message>
        <source>Hyper-V</source>
        <translation>Hyper-V</translation>
    </message>
    <message>
        <source>bhyve (FreeBSD)</source>
        <translation>bhyve (FreeBSD)</translation>
    </message>
    <message>
        <source>Virtuozzo</source>
        <translation>Virtuozzo</translation>
    </message>
    <message>
        <source>Demonstration (Test)</source>
        <translation>Vorführung (Test)</translation>
    </message>
    <message>
        <source>Description file</source>
        <translation>Beschreibungsdatei</translation>
    </message>
    <message>
        <source>none: the built-in one</source>
        <translation>keine: die eingebaute</translation>
    </message>
    <message>
        <source>Custom address</source>
        <translation>Eigene Adresse</translation>
    </message>
</context>
<context>
    <name>HostMediaDialog</name>
    <message>
        <source>no disc in it</source>
        <translation>ohne Medium</translation>
    </message>
    <message>
        <source>a disc</source>
        <translation>ein Medium</translation>
    </message>
    <message>
        <source>Drive %1 (%2): %3</source>
        <extracomment>A drive for discs: its path, who made it, and what is in it</extracomment>
        <translation>Laufwerk %1 (%2): %3</translation>
    </message>
    <message>
        <source>%1 · pool %2 · %3</source>
        <extracomment>A volume, the pool that it is in, and its size</extracomment>
        <translation>%1 · Pool %2 · %3</translation>
    </message>
    <message>
        <source>Asking the host what it has…</source>
        <translation>Der Host wird gefragt, was er hat …</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose from the pools of %1</source>
        <translation>Aus den Pools von %1 wählen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suche</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Volumes and drives</source>
        <translation>Datenträger und Laufwerke</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The host did not say what it has.</source>
        <translation>Der Host hat nicht gesagt, was er hat.</translation>
    </message>
    <message>
        <source>The host&apos;s pools hold nothing that could be used here, and it has no drive.</source>
        <translation>Die Pools des Hosts enthalten nichts, was hier zu gebrauchen wäre, und er hat kein Laufwerk.</translation>
    </message>
    <message>
        <source>Nothing of that name is there.</source>
        <translation>Nichts mit diesem Namen ist da.</translation>
    </message>
    <message>
        <source>%1 · used by %2</source>
        <extracomment>… and the machine whose disk it is</extracomment>
        <translation>%1 · benutzt von %2</translation>
    </message>
</context>
<context>
    <name>HostPage</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Views of the host</source>
        <translation>Ansichten des Hosts</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Promised to machines</source>
        <translation>Den Maschinen zugesagt</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt noch einmal versuchen</translation>
    </message>
    <message>
        <source>Machines · %1</source>
        <translation>Maschinen · %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message numerus="yes">
        <source>%n sockets</source>
        <translation>
            <numerusform>%n Sockel</numerusform>
            <numerusform>%n Sockel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n NUMA nodes</source>
        <translation>
            <numerusform>%n NUMA-Knoten</numerusform>
            <numerusform>%n NUMA-Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hypervisor</translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation>libvirt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1 wird hergestellt …</translation>
    </message>
    <message>
        <source>This host is not connected. Its machines go on as they are.</source>
        <translation>Dieser Host ist nicht verbunden. Seine Maschinen laufen weiter wie bisher.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
</context>
<context>
    <name>HostPlace</name>
    <message>
        <source>This computer, system-wide</source>
        <translation>Dieser Rechner, systemweit</translation>
    </message>
    <message>
        <source>This computer, your own session</source>
        <translation>Dieser Rechner, Ihre eigene Sitzung</translation>
    </message>
    <message>
        <source>Another computer, through ssh</source>
        <translation>Ein anderer Rechner, über ssh</translation>
    </message>
    <message>
        <source>Another computer, through ssh, your own session there</source>
        <translation>Ein anderer Rechner, über ssh, dort Ihre eigene Sitzung</translation>
    </message>
    <message>
        <source>Another computer, through ssh built into libvirt (libssh2)</source>
        <translation>Ein anderer Rechner, über das in libvirt eingebaute ssh (libssh2)</translation>
    </message>
    <message>
        <source>Another computer, encrypted with certificates (TLS)</source>
        <translation>Ein anderer Rechner, mit Zertifikaten verschlüsselt (TLS)</translation>
    </message>
    <message>
        <source>Another computer, not encrypted (TCP)</source>
        <translation>Ein anderer Rechner, unverschlüsselt (TCP)</translation>
    </message>
    <message>
        <source>Another computer, through its web service</source>
        <translation>Ein anderer Rechner, über seinen Webdienst</translation>
    </message>
</context>
<context>
    <name>ImageCatalogue</name>
    <message>
        <source>Unsupported ones &amp;too</source>
        <translation>Eben&amp;falls nicht mehr unterstützte</translation>
    </message>
    <message>
        <source>Reading the list of systems…</source>
        <translation>Die Liste der Systeme wird gelesen …</translation>
    </message>
    <message>
        <source>Searc&amp;h</source>
        <translation>Suc&amp;he</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>debian, fedora server, live, …</source>
        <translation>debian, fedora server, live, …</translation>
    </message>
    <message>
        <source>Systems to download</source>
        <translation>Systeme zum Herunterladen</translation>
    </message>
    <message>
        <source>Unsupported ones too</source>
        <translation>Ebenfalls nicht mehr unterstützte</translation>
    </message>
    <message>
        <source>The list of systems could not be read.</source>
        <translation>Die Liste der Systeme konnte nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Abbild</numerusform>
            <numerusform>%n Abbilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of that name can be downloaded.</source>
        <translation>Unter diesem Namen lässt sich nichts herunterladen.</translation>
    </message>
    <message>
        <source>Nothing is known that the processors of this host run.</source>
        <translation>Es ist nichts bekannt, was die Prozessoren dieses Hosts ausführen.</translation>
    </message>
    <message>
        <source>Only unsupported ones are known that the processors of this host run.</source>
        <translation>Bekannt sind nur nicht mehr unterstützte, die die Prozessoren dieses Hosts ausführen.</translation>
    </message>
</context>
<context>
    <name>ImageList</name>
    <message>
        <source>Live system</source>
        <translation>Live-System</translation>
    </message>
    <message>
        <source>Cloud image</source>
        <translation>Cloud-Abbild</translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>Von Ihnen hinzugefügt</translation>
    </message>
    <message>
        <source>Small installer, fetches the rest</source>
        <translation>Kleines Installationsabbild, holt den Rest aus dem Netz</translation>
    </message>
    <message>
        <source>Installer</source>
        <translation>Installationsabbild</translation>
    </message>
    <message>
        <source>Used lately</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>No longer supported</source>
        <translation>Nicht mehr unterstützt</translation>
    </message>
</context>
<context>
    <name>InstallerPanel</name>
    <message>
        <source>I&amp;mage</source>
        <translation>A&amp;bbild</translation>
    </message>
    <message>
        <source>Path of an ISO image</source>
        <translation>Pfad eines ISO-Abbilds</translation>
    </message>
    <message>
        <source>Choose an installer image</source>
        <translation>Installationsabbild wählen</translation>
    </message>
    <message>
        <source>Disc images (*.iso *.ISO *.img)</source>
        <translation>ISO-Abbilder (*.iso *.ISO *.img)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>Keine Vorgänge</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n Vorgang</numerusform>
            <numerusform>%n Vorgänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what ran and what runs</source>
        <translation>Zeigt, was gelaufen ist und was läuft</translation>
    </message>
</context>
<context>
    <name>JobsPopup</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show problem</source>
        <translation>Problem zeigen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Beendete entfernen</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Further ssh keys</source>
        <translation>Weitere ssh-Schlüssel</translation>
    </message>
    <message>
        <source>Paste public keys here, one on each line</source>
        <translation>Öffentliche Schlüssel hier einfügen, je Zeile einen</translation>
    </message>
    <message>
        <source>From &amp;file…</source>
        <translation>Aus &amp;Datei …</translation>
    </message>
    <message>
        <source>Your key (%1)</source>
        <extracomment>%1 is a kind of ssh keys such as ED25519, %2 the comment in it, often person@computer</extracomment>
        <translation>Ihr Schlüssel (%1)</translation>
    </message>
    <message>
        <source>Your key %2 (%1)</source>
        <translation>Ihr Schlüssel %2 (%1)</translation>
    </message>
    <message>
        <source>Choose a file of public ssh keys</source>
        <translation>Datei mit öffentlichen ssh-Schlüsseln wählen</translation>
    </message>
    <message>
        <source>Public keys (*.pub authorized_keys)</source>
        <translation>Öffentliche Schlüssel (*.pub authorized_keys)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>LinuxForm</name>
    <message>
        <source>&amp;Install QEMU&apos;s guest agent</source>
        <translation>QEMUs &amp;Gastagenten installieren</translation>
    </message>
    <message>
        <source>None beside a plain system; names with blanks between</source>
        <translation>Keine neben einem einfachen System; Namen mit Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>Pac&amp;kages</source>
        <translation>Pa&amp;kete</translation>
    </message>
</context>
<context>
    <name>LivePicture</name>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>MachineActions</name>
    <message>
        <source>Force “%1” off?</source>
        <translation>„%1“ hart ausschalten?</translation>
    </message>
    <message numerus="yes">
        <source>Force %n machines off?</source>
        <translation>
            <numerusform>%n Maschine hart ausschalten?</numerusform>
            <numerusform>%n Maschinen hart ausschalten?</numerusform>
        </translation>
    </message>
    <message>
        <source>This pulls the plug: what the guest has not written to its disks is lost.</source>
        <translation>Das zieht den Stecker: Was der Gast noch nicht auf seine Datenträger geschrieben hat, ist verloren.</translation>
    </message>
    <message>
        <source>Reset “%1”?</source>
        <translation>„%1“ zurücksetzen?</translation>
    </message>
    <message numerus="yes">
        <source>Reset %n machines?</source>
        <translation>
            <numerusform>%n Maschine zurücksetzen?</numerusform>
            <numerusform>%n Maschinen zurücksetzen?</numerusform>
        </translation>
    </message>
    <message>
        <source>This restarts without asking the guest: what it has not written to its disks is lost.</source>
        <translation>Das startet neu, ohne den Gast zu fragen: Was er noch nicht auf seine Datenträger geschrieben hat, ist verloren.</translation>
    </message>
    <message>
        <source>Discard the saved state of “%1”?</source>
        <translation>Den gesicherten Zustand von „%1“ verwerfen?</translation>
    </message>
    <message numerus="yes">
        <source>Discard the saved state of %n machines?</source>
        <translation>
            <numerusform>Den gesicherten Zustand von %n Maschine verwerfen?</numerusform>
            <numerusform>Den gesicherten Zustand von %n Maschinen verwerfen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The memory that was saved is deleted; the next start is a cold one. Disks stay as they are.</source>
        <translation>Der gesicherte Arbeitsspeicher wird gelöscht; der nächste Start ist ein Kaltstart. Die Datenträger bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Remove “%1” from its host?</source>
        <translation>„%1“ von seinem Host entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n machines from their hosts?</source>
        <translation>
            <numerusform>%n Maschine von ihrem Host entfernen?</numerusform>
            <numerusform>%n Maschinen von ihren Hosts entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The definition is forgotten, with its saved state and firmware settings. All disks stay where they are.</source>
        <translation>Die Definition wird vergessen, mit gesichertem Zustand und Firmware-Einstellungen. Alle Datenträger bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>Es ist keine Maschine ausgewählt.</translation>
    </message>
    <message>
        <source>This works on one machine at a time.</source>
        <translation>Das geht nur mit einer Maschine auf einmal.</translation>
    </message>
</context>
<context>
    <name>MachineCards</name>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
</context>
<context>
    <name>MachinePage</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Views of the machine</source>
        <translation>Ansichten der Maschine</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Installing %1</source>
        <translation>%1 wird installiert</translation>
    </message>
</context>
<context>
    <name>MachineRows</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>MachineTable</name>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
</context>
<context>
    <name>MachinesPage</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>No machine matches the filters.</source>
        <translation>Zu den Filtern passt keine Maschine.</translation>
    </message>
    <message>
        <source>All machines</source>
        <translation>Alle Maschinen</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused or asleep</source>
        <translation>Angehalten oder im Schlaf</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Im Übergang</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message numerus="yes">
        <source>on %n hosts</source>
        <translation>
            <numerusform>auf %n Host</numerusform>
            <numerusform>auf %n Hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n machines</source>
        <translation>
            <numerusform>%n Maschine</numerusform>
            <numerusform>%n Maschinen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 laufen</translation>
    </message>
    <message>
        <source>%1 of %2 cores</source>
        <translation>%1 von %2 Kernen</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>Host: %1</source>
        <translation>Host: %1</translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation>Alle Hosts</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Vivarium</source>
        <translation>Vivarium</translation>
    </message>
    <message>
        <source>%1 — Vivarium</source>
        <translation>%1 — Vivarium</translation>
    </message>
    <message>
        <source>New machine (%1)</source>
        <translation>Neue Maschine (%1)</translation>
    </message>
    <message>
        <source>No host is connected that could run a machine.</source>
        <translation>Es ist kein Host verbunden, auf dem eine Maschine laufen könnte.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>MarkedSlider</name>
    <message>
        <source>The small mark is what the system recommends.</source>
        <translation>Die kleine Marke zeigt, was das System empfiehlt.</translation>
    </message>
</context>
<context>
    <name>MonitorPane</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Commands go to QEMU itself, past libvirt. They can crash the machine or destroy its disks, libvirt will not know what they changed, and it marks the machine as tampered with until it is off. Reading is safe: &quot;info status&quot;, &quot;info block&quot;, &quot;help&quot;.</source>
        <translation>Befehle gehen an QEMU selbst, an libvirt vorbei. Sie können die Maschine abstürzen lassen oder ihre Platten zerstören; libvirt erfährt nicht, was sie geändert haben, und vermerkt den Eingriff, bis die Maschine aus ist. Lesen ist ungefährlich: „info status“, „info block“, „help“.</translation>
    </message>
    <message>
        <source>Answers of the monitor</source>
        <translation>Antworten des Monitors</translation>
    </message>
    <message>
        <source>Nothing has been asked yet.</source>
        <translation>Es wurde noch nichts gefragt.</translation>
    </message>
    <message>
        <source>Command for QEMU</source>
        <translation>Befehl für QEMU</translation>
    </message>
    <message>
        <source>Human (HMP)</source>
        <translation>Menschlich (HMP)</translation>
    </message>
    <message>
        <source>JSON (QMP)</source>
        <translation>JSON (QMP)</translation>
    </message>
    <message>
        <source>Language of the command</source>
        <translation>Sprache des Befehls</translation>
    </message>
    <message>
        <source>QEMU monitor</source>
        <translation>QEMU-Monitor</translation>
    </message>
    <message>
        <source>This host has no QEMU monitor: its machines are run by something else.</source>
        <translation>Dieser Host hat keinen QEMU-Monitor: Seine Maschinen laufen mit etwas anderem.</translation>
    </message>
    <message>
        <source>Only a running machine has a monitor.</source>
        <translation>Nur eine laufende Maschine hat einen Monitor.</translation>
    </message>
    <message>
        <source>Waiting for QEMU…</source>
        <translation>Warten auf QEMU …</translation>
    </message>
    <message>
        <source>QEMU did not answer.</source>
        <translation>QEMU hat nicht geantwortet.</translation>
    </message>
</context>
<context>
    <name>NetworkInstallPanel</name>
    <message>
        <source>&amp;Kernel</source>
        <translation>&amp;Kernel</translation>
    </message>
    <message>
        <source>Path of the installer&apos;s kernel</source>
        <translation>Pfad zum Kernel des Installationsprogramms</translation>
    </message>
    <message>
        <source>Choose a kernel</source>
        <translation>Kernel wählen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>In&amp;itrd</source>
        <translation>&amp;Initrd</translation>
    </message>
    <message>
        <source>Path of its first file system</source>
        <translation>Pfad zu dessen erstem Dateisystem</translation>
    </message>
    <message>
        <source>Choose an initrd</source>
        <translation>Initrd wählen</translation>
    </message>
    <message>
        <source>A&amp;sk the boot server at every start</source>
        <translation>Den Sta&amp;rtserver bei jedem Start fragen</translation>
    </message>
    <message>
        <source>It decides each time whether the machine installs or boots its disk. Otherwise the disk comes first once a system is on it.</source>
        <translation>Er entscheidet jedes Mal, ob die Maschine installiert oder ihre Festplatte startet. Sonst kommt die Festplatte zuerst, sobald ein System darauf ist.</translation>
    </message>
    <message>
        <source>&amp;From an address</source>
        <translation>Von einer &amp;Adresse</translation>
    </message>
    <message>
        <source>Kernel and ini&amp;trd</source>
        <translation>Kernel und Ini&amp;trd</translation>
    </message>
    <message>
        <source>From a boot ser&amp;ver (PXE)</source>
        <translation>Von einem Startser&amp;ver (PXE)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>A&amp;rguments</source>
        <translation>Ar&amp;gumente</translation>
    </message>
    <message>
        <source>More of the kernel&apos;s, such as console=ttyS0</source>
        <translation>Weitere des Kernels, etwa console=ttyS0</translation>
    </message>
    <message>
        <source>The installer is fetched when the machine is created, started once, and removed when it is done.</source>
        <translation>Das Installationsprogramm wird beim Erstellen der Maschine geholt, einmal gestartet und danach entfernt.</translation>
    </message>
    <message>
        <source>The installer is fetched when the machine is created, started once, and removed when it is done. Its kernel gets: %1</source>
        <translation>Das Installationsprogramm wird beim Erstellen der Maschine geholt, einmal gestartet und danach entfernt. Sein Kernel erhält: %1</translation>
    </message>
    <message>
        <source>The top folder of a distribution on a web server, as Debian, Ubuntu, Fedora, openSUSE and their relatives have it.</source>
        <translation>Der oberste Ordner einer Distribution auf einem Webserver, wie ihn Debian, Ubuntu, Fedora, openSUSE und ihre Verwandten haben.</translation>
    </message>
    <message>
        <source>Both are copied to the storage pool, started once, and removed when the installer restarts the machine.</source>
        <translation>Beide werden in den Speicherpool kopiert, einmal gestartet und entfernt, wenn das Installationsprogramm die Maschine neu startet.</translation>
    </message>
    <message>
        <source>The machine asks the network for something to start. The server is the network&apos;s: another computer, or libvirt&apos;s own where the network names one.</source>
        <translation>Die Maschine fragt das Netzwerk nach etwas zum Starten. Den Server stellt das Netzwerk: ein anderer Rechner, oder der von libvirt, wenn das Netzwerk einen nennt.</translation>
    </message>
</context>
<context>
    <name>NewMachineSection</name>
    <message>
        <source>New machines</source>
        <translation>Neue Maschinen</translation>
    </message>
    <message>
        <source>Storage &amp;pool</source>
        <translation>S&amp;peicherpool</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>Netz&amp;werk</translation>
    </message>
    <message>
        <source>Displa&amp;y</source>
        <translation>Anz&amp;eige</translation>
    </message>
    <message>
        <source>VNC</source>
        <translation>VNC</translation>
    </message>
    <message>
        <source>SPICE</source>
        <translation>SPICE</translation>
    </message>
    <message>
        <source>&amp;Firmware</source>
        <translation>&amp;Firmware</translation>
    </message>
    <message>
        <source>BIOS</source>
        <translation>BIOS</translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation>UEFI</translation>
    </message>
    <message>
        <source>Format of &amp;new disks</source>
        <translation>Format &amp;neuer Datenträger</translation>
    </message>
    <message>
        <source>qcow2</source>
        <translation>qcow2</translation>
    </message>
    <message>
        <source>raw, without snapshots</source>
        <translation>raw, ohne Sicherungspunkte</translation>
    </message>
    <message>
        <source>Acc&amp;eleration</source>
        <translation>Beschle&amp;unigung</translation>
    </message>
    <message>
        <source>Hardware (KVM)</source>
        <translation>Hardware (KVM)</translation>
    </message>
    <message>
        <source>Software emulation</source>
        <translation>Software-Emulation</translation>
    </message>
    <message>
        <source>Each counts where the system and the host can have it; the New machine window says where they cannot.</source>
        <translation>Jede gilt, wo System und Host sie haben können; wo nicht, sagt es das Fenster „Neue Maschine“.</translation>
    </message>
    <message>
        <source>User mode</source>
        <translation>Benutzermodus</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
</context>
<context>
    <name>OsChooser</name>
    <message>
        <source>Reading the list of systems…</source>
        <translation>Die Liste der Systeme wird gelesen …</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose the system</source>
        <translation>System wählen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>debian 12, windows, …</source>
        <translation>debian 12, windows, …</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The list of systems could not be read.</source>
        <translation>Die Liste der Systeme konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 (no longer supported)</source>
        <translation>%1 (nicht mehr gepflegt)</translation>
    </message>
    <message numerus="yes">
        <source>%n system(s)</source>
        <translation>
            <numerusform>%n System</numerusform>
            <numerusform>%n Systeme</numerusform>
        </translation>
    </message>
    <message>
        <source>No system of that name is known.</source>
        <translation>Ein System dieses Namens ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>%1 of %2 cores busy</source>
        <translation>%1 von %2 Kernen ausgelastet</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>read %1 · write %2</source>
        <translation>gelesen %1 · geschrieben %2</translation>
    </message>
    <message>
        <source>User networking is not counted</source>
        <translation>Benutzer-Netzwerk wird nicht gezählt</translation>
    </message>
    <message>
        <source>No network card</source>
        <translation>Keine Netzwerkkarte</translation>
    </message>
    <message>
        <source>in %1 · out %2</source>
        <translation>ein %1 · aus %2</translation>
    </message>
    <message>
        <source>Nothing has happened since the program was started.</source>
        <translation>Seit dem Start des Programms ist nichts geschehen.</translation>
    </message>
    <message>
        <source>No figure from the hypervisor yet</source>
        <translation>Noch keine Zahl vom Hypervisor</translation>
    </message>
</context>
<context>
    <name>OwnImageDialog</name>
    <message>
        <source>Add an image</source>
        <translation>Abbild hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Our office system</source>
        <translation>Unser Bürosystem</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Checksum</source>
        <translation>&amp;Prüfsumme</translation>
    </message>
    <message>
        <source>SHA-256 or SHA-512, or looked for beside the image</source>
        <translation>SHA-256 oder SHA-512; sonst neben dem Abbild gesucht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie ihm einen Namen.</translation>
    </message>
    <message>
        <source>The address must begin with https:// or http:// and end with the name of a file.</source>
        <translation>Die Adresse muss mit https:// oder http:// beginnen und mit dem Namen einer Datei enden.</translation>
    </message>
    <message>
        <source>A checksum has 64 or 128 digits from 0 to f.</source>
        <translation>Eine Prüfsumme hat 64 oder 128 Ziffern von 0 bis f.</translation>
    </message>
</context>
<context>
    <name>PannedDisplay</name>
    <message>
        <source>Across the picture</source>
        <translation>Quer über das Bild</translation>
    </message>
    <message>
        <source>Down the picture</source>
        <translation>Das Bild hinunter</translation>
    </message>
</context>
<context>
    <name>PictureMenu</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Record a film (WebM)…</source>
        <translation>Film aufnehmen (WebM) …</translation>
    </message>
    <message>
        <source>Record a film (GIF)…</source>
        <translation>Film aufnehmen (GIF) …</translation>
    </message>
    <message>
        <source>The film could not be recorded: %1</source>
        <translation>Der Film konnte nicht aufgenommen werden: %1</translation>
    </message>
    <message>
        <source>Neither ffmpeg nor GStreamer&apos;s gst-launch-1.0 is installed on this computer.</source>
        <translation>Auf diesem Rechner ist weder ffmpeg noch gst-launch-1.0 von GStreamer installiert.</translation>
    </message>
    <message>
        <source>This needs ffmpeg, which is not installed on this computer.</source>
        <translation>Dazu braucht es ffmpeg, das auf diesem Rechner nicht installiert ist.</translation>
    </message>
    <message>
        <source>A film is being recorded.</source>
        <translation>Ein Film wird gerade aufgenommen.</translation>
    </message>
    <message>
        <source>Record a film</source>
        <translation>Film aufnehmen</translation>
    </message>
    <message>
        <source>GIF films (*.gif)</source>
        <translation>GIF-Filme (*.gif)</translation>
    </message>
    <message>
        <source>WebM films (*.webm)</source>
        <translation>WebM-Filme (*.webm)</translation>
    </message>
    <message>
        <source>Recording into %1</source>
        <translation>Aufnahme in %1</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme beenden</translation>
    </message>
</context>
<context>
    <name>PortLogging</name>
    <message>
        <source>Logging to %1</source>
        <translation>Mitschrift in %1</translation>
    </message>
    <message>
        <source>From the next start on, logging to %1</source>
        <translation>Ab dem nächsten Start Mitschrift in %1</translation>
    </message>
</context>
<context>
    <name>PortRows</name>
    <message>
        <source>For&amp;ward a port</source>
        <translation>Port &amp;weiterleiten</translation>
    </message>
    <message>
        <source>Other computers ma&amp;y use them too</source>
        <translation>A&amp;uch andere Computer dürfen sie benutzen</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Host port %1</source>
        <translation>Port des Hosts %1</translation>
    </message>
    <message>
        <source>Machine port %1</source>
        <translation>Port der Maschine %1</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>Protocol %1</source>
        <translation>Protokoll %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove port %1</source>
        <translation>Port %1 entfernen</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>← machine</source>
        <translation>← Maschine</translation>
    </message>
    <message>
        <source>→ machine</source>
        <translation>→ Maschine</translation>
    </message>
    <message>
        <source>The host&apos;s libvirt is too old for it.</source>
        <translation>libvirt auf dem Host ist dafür zu alt.</translation>
    </message>
</context>
<context>
    <name>PowerMenu</name>
    <message>
        <source>Power</source>
        <translation>Ein und aus</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the desktop has it</source>
        <translation>Wie auf dem Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Order of machines in the sidebar</source>
        <translation>&amp;Reihenfolge der Maschinen in der Seitenleiste</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Running ones first</source>
        <translation>Laufende zuerst</translation>
    </message>
    <message>
        <source>&amp;Statistics</source>
        <translation>&amp;Statistik</translation>
    </message>
    <message>
        <source>Every second</source>
        <translation>Jede Sekunde</translation>
    </message>
    <message>
        <source>Every 2 seconds</source>
        <translation>Alle 2 Sekunden</translation>
    </message>
    <message>
        <source>Every 5 seconds</source>
        <translation>Alle 5 Sekunden</translation>
    </message>
    <message>
        <source>Every 10 seconds</source>
        <translation>Alle 10 Sekunden</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>S&amp;caling at first</source>
        <translation>&amp;Größe am Anfang</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Ins Fenster einpassen</translation>
    </message>
    <message>
        <source>Original size (1:1)</source>
        <translation>Originalgröße (1:1)</translation>
    </message>
    <message>
        <source>&amp;Release keys</source>
        <translation>&amp;Freigabetasten</translation>
    </message>
    <message>
        <source>Ctrl+Alt</source>
        <translation>Strg+Alt</translation>
    </message>
    <message>
        <source>Ctrl+Shift</source>
        <translation>Strg+Umschalt</translation>
    </message>
    <message>
        <source>Alt+Shift</source>
        <translation>Alt+Umschalt</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Shift</source>
        <translation>Strg+Alt+Umschalt</translation>
    </message>
    <message>
        <source>Held together, these give keyboard and pointer back to your desktop.</source>
        <translation>Zusammen gehalten geben sie Tastatur und Maus an Ihren Desktop zurück.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Serial and text consoles</source>
        <translation>Serielle und Textkonsolen</translation>
    </message>
    <message>
        <source>&amp;Lines kept when they scroll off</source>
        <translation>Zei&amp;len, die nach dem Herausrollen bleiben</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Copy what is &amp;marked at once</source>
        <translation>&amp;Markiertes sofort kopieren</translation>
    </message>
    <message>
        <source>Show the &amp;QEMU monitor of machines</source>
        <translation>Den &amp;QEMU-Monitor der Maschinen zeigen</translation>
    </message>
    <message>
        <source>For experts: it goes past libvirt and can crash a machine or destroy its disks.</source>
        <translation>Für Fachleute: Er geht an libvirt vorbei und kann eine Maschine abstürzen lassen oder ihre Platten zerstören.</translation>
    </message>
    <message>
        <source>Ctrl+Alt+T, Super+L</source>
        <translation>Ctrl+Alt+T, Super+L</translation>
    </message>
    <message>
        <source>Offered in the menu “Send keys”; parted by commas</source>
        <translation>Stehen im Menü „Tasten senden“; durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>Fenster ausfüllen</translation>
    </message>
    <message>
        <source>Whole multiples</source>
        <translation>Ganze Vielfache</translation>
    </message>
    <message>
        <source>Connect consoles when they are looked a&amp;t</source>
        <translation>Konsolen &amp;verbinden, sobald man sie ansieht</translation>
    </message>
    <message>
        <source>&amp;Guests follow the size of their window</source>
        <translation>Gäste f&amp;olgen der Größe ihres Fensters</translation>
    </message>
    <message>
        <source>&amp;Bar in full screen</source>
        <translation>Leiste im Voll&amp;bild</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>At the bottom</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Own &amp;key combinations</source>
        <translation>Eigene &amp;Tastenkombinationen</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Your machine</source>
        <translation>Ihre Maschine</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>RecentEvents</name>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Fell asleep</source>
        <translation>Eingeschlafen</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>Started by you</source>
        <translation>Von Ihnen gestartet</translation>
    </message>
    <message>
        <source>Asked by you to shut down</source>
        <translation>Von Ihnen um Herunterfahren gebeten</translation>
    </message>
    <message>
        <source>Asked by you to reboot</source>
        <translation>Von Ihnen um Neustart gebeten</translation>
    </message>
    <message>
        <source>Reset by you</source>
        <translation>Von Ihnen zurückgesetzt</translation>
    </message>
    <message>
        <source>Forced off by you</source>
        <translation>Von Ihnen hart ausgeschaltet</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Von Ihnen angehalten</translation>
    </message>
    <message>
        <source>Resumed by you</source>
        <translation>Von Ihnen fortgesetzt</translation>
    </message>
    <message>
        <source>Saved by you</source>
        <translation>Von Ihnen gesichert</translation>
    </message>
    <message>
        <source>Restored by you</source>
        <translation>Von Ihnen wiederhergestellt</translation>
    </message>
    <message>
        <source>Saved state discarded by you</source>
        <translation>Gesicherter Zustand von Ihnen verworfen</translation>
    </message>
    <message>
        <source>Start with the host changed by you</source>
        <translation>Start mit dem Host von Ihnen geändert</translation>
    </message>
    <message>
        <source>Renamed by you</source>
        <translation>Von Ihnen umbenannt</translation>
    </message>
    <message>
        <source>Created by you</source>
        <translation>Von Ihnen angelegt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Display added by you</source>
        <translation>Bildschirm von Ihnen hinzugefügt</translation>
    </message>
    <message>
        <source>Set-up medium removed</source>
        <translation>Einrichtungsmedium entfernt</translation>
    </message>
    <message>
        <source>Exported by you</source>
        <translation>Von Ihnen exportiert</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
</context>
<context>
    <name>ResourcesStep</name>
    <message>
        <source>Resources</source>
        <translation>Ausstattung</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>New &amp;disk of</source>
        <translation>Neuer &amp;Datenträger mit</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Größe des Datenträgers</translation>
    </message>
    <message>
        <source>S&amp;tart it when it is created</source>
        <translation>Nach dem Anlegen s&amp;tarten</translation>
    </message>
    <message>
        <source>What does it get?</source>
        <translation>Was bekommt sie?</translation>
    </message>
    <message>
        <source>Everything is set as the system recommends; change what you like.</source>
        <translation>Alles ist so eingestellt, wie das System es empfiehlt; ändern Sie, was Sie möchten.</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Start it when it is created</source>
        <translation>Nach dem Anlegen starten</translation>
    </message>
    <message>
        <source>New disk of</source>
        <translation>Neuer Datenträger mit</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Software emulation</source>
        <translation>Software-Emulation</translation>
    </message>
    <message>
        <source>&amp;in</source>
        <translation>&amp;in</translation>
    </message>
    <message>
        <source>Storage pool</source>
        <translation>Speicherpool</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;ame</translation>
    </message>
    <message>
        <source>&amp;Processors</source>
        <translation>&amp;Prozessoren</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>Arbeits&amp;speicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>Acce&amp;leration</source>
        <translation>Besch&amp;leunigung</translation>
    </message>
    <message>
        <source>Connect a host first.</source>
        <translation>Verbinden Sie zuerst einen Host.</translation>
    </message>
    <message>
        <source>Asking the host what it offers…</source>
        <translation>Der Host wird gefragt, was er bietet …</translation>
    </message>
    <message>
        <source>The host did not say what it offers.</source>
        <translation>Der Host hat nicht gesagt, was er bietet.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Recommended: %1</source>
        <translation>Empfohlen: %1</translation>
    </message>
    <message>
        <source>Recommended for %1: %2</source>
        <translation>Empfohlen für %1: %2</translation>
    </message>
    <message>
        <source>%1 · the host has %2</source>
        <translation>%1 · der Host hat %2</translation>
    </message>
    <message>
        <source>%1 · the host has %2, %3 free</source>
        <translation>%1 · der Host hat %2, davon %3 frei</translation>
    </message>
    <message>
        <source>the first storage pool, made for it</source>
        <translation>der erste Speicherpool, eigens angelegt</translation>
    </message>
    <message>
        <source>%1, not running</source>
        <translation>%1, läuft nicht</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Hardware (KVM)</source>
        <translation>Hardware (KVM)</translation>
    </message>
    <message>
        <source>The host does not offer it.</source>
        <translation>Der Host bietet sie nicht.</translation>
    </message>
    <message>
        <source>Shared &amp;folder</source>
        <translation>&amp;Geteilter Ordner</translation>
    </message>
    <message>
        <source>H&amp;ow many</source>
        <translation>Stüc&amp;kzahl</translation>
    </message>
    <message>
        <source>They will be called %1.</source>
        <translation>Sie werden %1 heißen.</translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Nothing: everything that the machine needs is there.</source>
        <translation>Nichts: Alles, was die Maschine braucht, ist da.</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>What you should know</source>
        <translation>Was Sie wissen sollten</translation>
    </message>
    <message>
        <source>%1 is copied to the pool “%2” on the host.</source>
        <translation>%1 wird in den Pool „%2“ auf dem Host kopiert.</translation>
    </message>
    <message>
        <source>%1 is put into its disc drive.</source>
        <translation>%1 wird in ihr CD-Laufwerk eingelegt.</translation>
    </message>
    <message>
        <source>%1 becomes its disk; it is used where it is, not copied.</source>
        <translation>%1 wird ihr Datenträger; die Datei wird dort benutzt, wo sie liegt, nicht kopiert.</translation>
    </message>
    <message>
        <source>The host&apos;s first storage pool is made, and in it a disk of %1 that takes space only as it fills.</source>
        <translation>Der erste Speicherpool des Hosts wird angelegt und darin ein Datenträger mit %1, der nur so viel Platz braucht, wie er gefüllt ist.</translation>
    </message>
    <message>
        <source>A disk of %1 is made in the pool “%2”. It takes space only as it fills.</source>
        <translation>Ein Datenträger mit %1 wird im Pool „%2“ angelegt. Er braucht nur so viel Platz, wie er gefüllt ist.</translation>
    </message>
    <message>
        <source>The machine “%1” is defined on %2.</source>
        <translation>Die Maschine „%1“ wird auf %2 definiert.</translation>
    </message>
    <message>
        <source>It is started, and its console opens.</source>
        <translation>Sie wird gestartet, und ihre Konsole öffnet sich.</translation>
    </message>
    <message>
        <source>It stays off until you start it.</source>
        <translation>Sie bleibt aus, bis Sie sie starten.</translation>
    </message>
    <message>
        <source>Ready to create?</source>
        <translation>Bereit zum Anlegen?</translation>
    </message>
    <message>
        <source>Ready to create %1?</source>
        <translation>Bereit, %1 anzulegen?</translation>
    </message>
    <message>
        <source>Choose a connected host first.</source>
        <translation>Wählen Sie zuerst einen verbundenen Host.</translation>
    </message>
    <message>
        <source>%1 is converted into the pool “%2” as its disk; the file stays as it is.</source>
        <translation>%1 wird als ihr Datenträger in den Pool „%2“ umgewandelt; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 is copied into the pool “%2” as its disk; the file stays as it is.</source>
        <translation>%1 wird als ihr Datenträger in den Pool „%2“ kopiert; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 is downloaded from %2, unless it is there already, and compared with the checksum that its makers publish.</source>
        <translation>%1 wird von %2 heruntergeladen, falls es nicht schon da ist, und mit der veröffentlichten Prüfsumme verglichen.</translation>
    </message>
    <message>
        <source>%1 is copied into the pool “%2” as its disk, and grown to %3; the file stays as it is.</source>
        <translation>%1 wird als ihr Datenträger in den Pool „%2“ kopiert und auf %3 vergrößert; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>A disk of %1 is made in the pool “%2”, which holds only what differs from %3.</source>
        <translation>Im Pool „%2“ wird ein Datenträger von %1 angelegt, der nur enthält, was von %3 abweicht.</translation>
    </message>
    <message>
        <source>A small medium beside it tells cloud-init to make the account “%1”.</source>
        <translation>Ein kleines Medium daneben sagt cloud-init, das Konto „%1“ anzulegen.</translation>
    </message>
    <message>
        <source>Show the &amp;definition (XML)</source>
        <translation>&amp;Definition (XML) zeigen</translation>
    </message>
    <message>
        <source>It names disks and discs that are made only with the machine.</source>
        <translation>Sie nennt Datenträger und Discs, die erst mit der Maschine entstehen.</translation>
    </message>
    <message>
        <source>The disks of %1 are converted into the pool “%2”; the file stays as it is.</source>
        <translation>Die Platten von %1 werden in den Pool „%2“ konvertiert; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Its installer is started with your answers: it makes the account “%1”, asks nothing, and uses the whole of the disk.</source>
        <translation>Ihr Installationsprogramm wird mit Ihren Antworten gestartet: Es legt das Konto „%1“ an, fragt nichts und verwendet den ganzen Datenträger.</translation>
    </message>
    <message>
        <source>When the installer ends, its media are removed, and the machine starts from its disk.</source>
        <translation>Wenn das Installationsprogramm fertig ist, werden seine Medien entfernt, und die Maschine startet von ihrem Datenträger.</translation>
    </message>
    <message>
        <source>The installer&apos;s kernel and initrd are downloaded from %1.</source>
        <translation>Kernel und Initrd des Installationsprogramms werden von %1 heruntergeladen.</translation>
    </message>
    <message>
        <source>The machine starts with them once. When the installer restarts it they are removed, and it boots its disk.</source>
        <translation>Die Maschine startet einmal damit. Wenn das Installationsprogramm sie neu startet, werden sie entfernt, und sie startet von ihrer Festplatte.</translation>
    </message>
    <message>
        <source>%1 is copied to the storage pool.</source>
        <translation>%1 wird in den Speicherpool kopiert.</translation>
    </message>
    <message>
        <source>The machine starts with it once. When the installer restarts it the copy is removed, and it boots its disk.</source>
        <translation>Die Maschine startet einmal damit. Wenn das Installationsprogramm sie neu startet, wird die Kopie entfernt, und sie startet von ihrer Festplatte.</translation>
    </message>
    <message>
        <source>The machine asks the boot server of its network for something to start.</source>
        <translation>Die Maschine fragt den Startserver ihres Netzwerks nach etwas zum Starten.</translation>
    </message>
    <message>
        <source>After the first shutdown the medium for cloud-init is taken out and deleted.</source>
        <translation>Nach dem ersten Herunterfahren wird das Medium für cloud-init entnommen und gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>All of this is done %n time(s), for %1, each as a job of its own.</source>
        <translation>
            <numerusform>All dies geschieht %n-mal, für %1, jeweils als eigener Auftrag.</numerusform>
            <numerusform>All dies geschieht %n-mal, für %1, jeweils als eigener Auftrag.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendKeysMenu</name>
    <message>
        <source>Send keys</source>
        <translation>Tasten senden</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Del</source>
        <translation>Strg+Alt+Entf</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Backspace</source>
        <translation>Strg+Alt+Rücktaste</translation>
    </message>
    <message>
        <source>Ctrl+Alt+F%1</source>
        <translation>Strg+Alt+F%1</translation>
    </message>
    <message>
        <source>PrintScreen</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Super</source>
        <translation>Super</translation>
    </message>
    <message>
        <source>Text terminal</source>
        <translation>Textkonsole</translation>
    </message>
    <message>
        <source>Alt+Tab</source>
        <translation>Alt+Tab</translation>
    </message>
    <message>
        <source>Alt+F4</source>
        <translation>Alt+F4</translation>
    </message>
</context>
<context>
    <name>SharedFolderRow</name>
    <message>
        <source>Choose folde&amp;r…</source>
        <translation>O&amp;rdner wählen …</translation>
    </message>
    <message>
        <source>as</source>
        <translation>als</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Name of the shared folder</source>
        <translation>Name des geteilten Ordners</translation>
    </message>
    <message>
        <source>The folder is on another computer: type its path there.</source>
        <translation>Der Ordner ist auf einem anderen Computer: Geben Sie seinen Pfad dort ein.</translation>
    </message>
    <message>
        <source>This host cannot share folders with machines.</source>
        <translation>Dieser Host kann keine Ordner mit Maschinen teilen.</translation>
    </message>
    <message>
        <source>Choose a folder to share</source>
        <translation>Zu teilenden Ordner wählen</translation>
    </message>
</context>
<context>
    <name>SharingMenu</name>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Share the clipboard</source>
        <translation>Zwischenablage teilen</translation>
    </message>
    <message>
        <source>Share a folder…</source>
        <translation>Ordner freigeben …</translation>
    </message>
    <message>
        <source>Only for reading</source>
        <translation>Nur zum Lesen</translation>
    </message>
    <message>
        <source>Share no folder any more</source>
        <translation>Keinen Ordner mehr freigeben</translation>
    </message>
    <message>
        <source>The guest takes no part: that needs an agent channel in the machine, and the SPICE agent in the guest.</source>
        <translation>Der Gast macht nicht mit: Dazu braucht es einen Agentenkanal in der Maschine und den SPICE-Agenten im Gast.</translation>
    </message>
    <message>
        <source>Shared folder: %1…</source>
        <translation>Freigegebener Ordner: %1 …</translation>
    </message>
    <message>
        <source>This needs a SPICE display, and a WebDAV channel in the machine.</source>
        <translation>Dazu braucht es einen SPICE-Bildschirm und einen WebDAV-Kanal in der Maschine.</translation>
    </message>
    <message>
        <source>Share a folder</source>
        <translation>Ordner freigeben</translation>
    </message>
    <message>
        <source>VNC does not tell whether the guest takes part. That is known once something was copied or pasted in it.</source>
        <translation>VNC sagt nicht, ob der Gast mitmacht. Das zeigt sich, sobald in ihm etwas kopiert oder eingefügt wurde.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Filter machines</source>
        <translation>Maschinen filtern</translation>
    </message>
    <message>
        <source>Hosts and machines</source>
        <translation>Hosts und Maschinen</translation>
    </message>
</context>
<context>
    <name>SidebarModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>All machines</source>
        <translation>Alle Maschinen</translation>
    </message>
</context>
<context>
    <name>SizeEdit</name>
    <message>
        <source>Unit of %1</source>
        <translation>Einheit von %1</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>TiB</source>
        <translation>TiB</translation>
    </message>
</context>
<context>
    <name>SoundMenu</name>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Play sound</source>
        <translation>Ton abspielen</translation>
    </message>
    <message>
        <source>Let the guest record</source>
        <translation>Gast aufnehmen lassen</translation>
    </message>
    <message>
        <source>Playback device</source>
        <translation>Wiedergabegerät</translation>
    </message>
    <message>
        <source>Recording device</source>
        <translation>Aufnahmegerät</translation>
    </message>
    <message>
        <source>This display carries no sound.</source>
        <translation>Dieser Bildschirm überträgt keinen Ton.</translation>
    </message>
    <message>
        <source>VNC carries no sound to the guest.</source>
        <translation>VNC überträgt keinen Ton zum Gast.</translation>
    </message>
    <message>
        <source>As the desktop has it</source>
        <translation>Wie der Schreibtisch es hat</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The console wants a password</source>
        <translation>Die Konsole verlangt ein Passwort</translation>
    </message>
    <message>
        <source>Show the console</source>
        <translation>Konsole zeigen</translation>
    </message>
</context>
<context>
    <name>StepsList</name>
    <message>
        <source>Something is missing here.</source>
        <translation>Hier fehlt etwas.</translation>
    </message>
</context>
<context>
    <name>SystemCard</name>
    <message>
        <source>Looking into %1…</source>
        <translation>%1 wird untersucht …</translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation>Von Ihnen gewählt</translation>
    </message>
    <message>
        <source>Recognised from %1 · %2</source>
        <extracomment>%1 is a file, %2 its size</extracomment>
        <translation>Erkannt an %1 · %2</translation>
    </message>
    <message>
        <source>%1 could not be looked into</source>
        <translation>%1 konnte nicht untersucht werden</translation>
    </message>
    <message>
        <source>%1 · %2 · labelled “%3”</source>
        <translation>%1 · %2 · Bezeichnung „%3“</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Say which one it will be to get settings that suit it.</source>
        <translation>Sagen Sie, welches es wird, damit die Einstellungen dazu passen.</translation>
    </message>
    <message>
        <source>UEFI with Secure Boot</source>
        <translation>UEFI mit Secure Boot</translation>
    </message>
    <message>
        <source>UEFI firmware</source>
        <translation>UEFI-Firmware</translation>
    </message>
    <message>
        <source>TPM 2.0 added</source>
        <translation>TPM 2.0 dabei</translation>
    </message>
    <message>
        <source>Windows enlightenments on</source>
        <translation>Windows-Verbesserungen an</translation>
    </message>
    <message>
        <source>Fast virtio devices</source>
        <translation>Schnelle virtio-Geräte</translation>
    </message>
    <message>
        <source>Its makers no longer support this version</source>
        <translation>Der Hersteller pflegt diese Version nicht mehr</translation>
    </message>
    <message>
        <source>Not this?</source>
        <translation>Nicht dieses?</translation>
    </message>
    <message>
        <source>Choose the system…</source>
        <translation>System wählen …</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <extracomment>%1 is a file, %2 a server, %3 a size</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 from %2 · %3</source>
        <translation>%1 von %2 · %3</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>%1 wird angesehen …</translation>
    </message>
    <message>
        <source>Recognised from %1</source>
        <translation>Erkannt an %1</translation>
    </message>
</context>
<context>
    <name>TerminalFindBar</name>
    <message>
        <source>Search in this console</source>
        <translation>In dieser Konsole suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriges</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>TerminalMenu</name>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles markieren</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Send keys</source>
        <translation>Tasten senden</translation>
    </message>
    <message>
        <source>Ctrl+%1</source>
        <translation>Strg+%1</translation>
    </message>
    <message>
        <source>Tell the guest this size</source>
        <translation>Dem Gast diese Größe mitteilen</translation>
    </message>
    <message>
        <source>Types a stty command: a serial line has no other way to say how large the window is.</source>
        <translation>Tippt einen stty-Befehl: Eine serielle Leitung kann nicht anders sagen, wie groß das Fenster ist.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Save text…</source>
        <translation>Text speichern …</translation>
    </message>
    <message>
        <source>Stop logging</source>
        <translation>Mitschreiben beenden</translation>
    </message>
    <message>
        <source>Log to a file…</source>
        <translation>In eine Datei mitschreiben …</translation>
    </message>
    <message>
        <source>Log from every start…</source>
        <translation>Ab jedem Start mitschreiben …</translation>
    </message>
    <message>
        <source>Into one file, from each start of the machine on while Vivarium runs, also where nobody looks.</source>
        <translation>In eine Datei, ab jedem Start der Maschine, solange Vivarium läuft, auch wenn niemand hinsieht.</translation>
    </message>
</context>
<context>
    <name>TextConsolePane</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Eigenes Fenster</translation>
    </message>
    <message>
        <source>The log of %1 has ended: the file could not be written.</source>
        <translation>Das Mitschreiben von %1 ist beendet: Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 came too fast to be shown</source>
        <translation>%1 kamen zu schnell, um gezeigt zu werden</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s)?</source>
        <translation>
            <numerusform>%n Zeile einfügen?</numerusform>
            <numerusform>%n Zeilen einfügen?</numerusform>
        </translation>
    </message>
    <message>
        <source>A shell runs each line as soon as it arrives. Paste only what you have read.</source>
        <translation>Eine Shell führt jede Zeile aus, sobald sie ankommt. Fügen Sie nur ein, was Sie gelesen haben.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search machines, settings, commands</source>
        <translation>Maschinen, Einstellungen, Befehle suchen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
</context>
<context>
    <name>UnattendedSwitch</name>
    <message>
        <source>Install &amp;without questions</source>
        <translation>&amp;Ohne Fragen installieren</translation>
    </message>
    <message>
        <source>You give a name and a password once; the installer does the rest. It uses the whole of the machine&apos;s disk.</source>
        <translation>Sie geben einmal Namen und Passwort an, den Rest macht das Installationsprogramm. Es verwendet die ganze Festplatte der Maschine.</translation>
    </message>
    <message>
        <source>Install without questions</source>
        <translation>Ohne Fragen installieren</translation>
    </message>
    <message>
        <source>Choose an image first.</source>
        <translation>Wählen Sie zuerst ein Abbild.</translation>
    </message>
    <message>
        <source>Say which system it is: each installer is told in another way.</source>
        <translation>Sagen Sie, welches System es ist: Jedem Installationsprogramm wird es anders mitgeteilt.</translation>
    </message>
    <message>
        <source>How to tell the installer of %1 what it would ask is not known.</source>
        <translation>Wie dem Installationsprogramm von %1 mitgeteilt wird, was es fragen würde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Only installers of Windows 10 and later, and of servers since 2016, are told what they would ask.</source>
        <translation>Nur Installationsprogrammen von Windows 10 und neuer, und von Servern seit 2016, wird mitgeteilt, was sie fragen würden.</translation>
    </message>
    <message>
        <source>This image has no installer of %1 that can be told what it would ask: it is a live system, or of another kind.</source>
        <translation>Auf diesem Abbild ist kein Installationsprogramm von %1, dem man mitteilen kann, was es fragen würde: Es ist ein Live-System oder von anderer Art.</translation>
    </message>
    <message>
        <source>Looking into the image…</source>
        <translation>Das Abbild wird angesehen …</translation>
    </message>
    <message>
        <source>Give the address of a tree first.</source>
        <translation>Geben Sie zuerst die Adresse eines Baums an.</translation>
    </message>
</context>
<context>
    <name>UsbMenu</name>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>%1 could not be given to the guest: this account may not open the device. An administrator can allow it by a udev rule, or by the polkit action org.spice-space.lowlevelusbaccess.</source>
        <translation>%1 konnte dem Gast nicht gegeben werden: Dieses Benutzerkonto darf das Gerät nicht öffnen. Eine Verwalterin kann es durch eine udev-Regel oder die polkit-Aktion org.spice-space.lowlevelusbaccess erlauben.</translation>
    </message>
    <message>
        <source>%1 could not be given to the guest: %2</source>
        <translation>%1 konnte dem Gast nicht gegeben werden: %2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The console is not connected.</source>
        <translation>Die Konsole ist nicht verbunden.</translation>
    </message>
    <message>
        <source>This needs a SPICE display: VNC carries no USB devices.</source>
        <translation>Dazu braucht es einen SPICE-Bildschirm: VNC überträgt keine USB-Geräte.</translation>
    </message>
    <message>
        <source>The machine has no USB redirection device. One can be added to its hardware.</source>
        <translation>Die Maschine hat kein Gerät zur USB-Umleitung. Eines lässt sich ihrer Hardware hinzufügen.</translation>
    </message>
    <message>
        <source>The SPICE library of this computer was built without USB redirection.</source>
        <translation>Die SPICE-Bibliothek dieses Rechners wurde ohne USB-Umleitung gebaut.</translation>
    </message>
    <message>
        <source>The USB devices of this computer cannot be read.</source>
        <translation>Die USB-Geräte dieses Rechners sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Give new devices to the guest</source>
        <translation>Neue Geräte dem Gast geben</translation>
    </message>
    <message>
        <source>Those that are plugged in while the console has the keyboard.</source>
        <translation>Solche, die eingesteckt werden, während die Konsole die Tastatur hat.</translation>
    </message>
    <message>
        <source>No USB device is plugged in</source>
        <translation>Kein USB-Gerät ist eingesteckt</translation>
    </message>
    <message>
        <source>%1 – on its way</source>
        <translation>%1 – unterwegs</translation>
    </message>
    <message>
        <source>All USB redirection devices of the machine are in use.</source>
        <translation>Alle Geräte der Maschine zur USB-Umleitung sind belegt.</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Full screen on</source>
        <translation>Vollbild auf</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Ins Fenster einpassen</translation>
    </message>
    <message>
        <source>Original size (1:1)</source>
        <translation>Originalgröße (1:1)</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>Fenster ausfüllen</translation>
    </message>
    <message>
        <source>Whole multiples</source>
        <translation>Ganze Vielfache</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Guest follows the window</source>
        <translation>Gast folgt dem Fenster</translation>
    </message>
    <message>
        <source>Connect by itself</source>
        <translation>Von selbst verbinden</translation>
    </message>
    <message>
        <source>Picture quality</source>
        <translation>Bildqualität</translation>
    </message>
    <message>
        <source>As fast as the way allows</source>
        <translation>So schnell, wie der Weg es erlaubt</translation>
    </message>
    <message>
        <source>Best picture</source>
        <translation>Bestes Bild</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Fewest bytes</source>
        <translation>Wenigste Bytes</translation>
    </message>
    <message>
        <source>This guest&apos;s screen cannot be resized from here.</source>
        <translation>Die Größe dieses Gastbildschirms lässt sich von hier nicht ändern.</translation>
    </message>
    <message>
        <source>%1 (%2 × %3)</source>
        <translation>%1 (%2 × %3)</translation>
    </message>
    <message>
        <source>Displays</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Display %1</source>
        <translation>Anzeige %1</translation>
    </message>
    <message>
        <source>Add a display</source>
        <translation>Anzeige hinzufügen</translation>
    </message>
    <message>
        <source>Remove display %1</source>
        <translation>Anzeige %1 entfernen</translation>
    </message>
    <message>
        <source>View only</source>
        <translation>Nur ansehen</translation>
    </message>
</context>
<context>
    <name>ViewWindow</name>
    <message>
        <source>Send keys</source>
        <translation>Tasten senden</translation>
    </message>
    <message>
        <source>Type clipboard</source>
        <translation>Zwischenablage tippen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Your own virtual machines on this computer were chosen: they need no set-up and no password.</source>
        <translation>Ihre eigenen virtuellen Maschinen auf diesem Rechner wurden gewählt: Sie brauchen keine Einrichtung und kein Passwort.</translation>
    </message>
    <message>
        <source>The machines that this whole computer shares were added, because this account may use them.</source>
        <translation>Die Maschinen, die der ganze Rechner teilt, kamen dazu, weil dieses Konto sie benutzen darf.</translation>
    </message>
    <message>
        <source>The machines of the whole computer were chosen, because the program runs as the administrator.</source>
        <translation>Die Maschinen des ganzen Rechners wurden gewählt, weil das Programm als Verwalter läuft.</translation>
    </message>
    <message>
        <source>New machine</source>
        <translation>Neue Maschine</translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation>Host hinzufügen …</translation>
    </message>
    <message>
        <source>Open demonstration host</source>
        <translation>Vorführungs-Host öffnen</translation>
    </message>
    <message>
        <source>Looking for machines…</source>
        <translation>Maschinen werden gesucht …</translation>
    </message>
    <message>
        <source>Each host appears the moment it answers.</source>
        <translation>Jeder Host erscheint, sobald er antwortet.</translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation>Noch keine Maschinen</translation>
    </message>
    <message>
        <source>Make the first one from an installer image or a disk; you can also drop the file anywhere on this window.</source>
        <translation>Legen Sie die erste von einem Installationsabbild oder einem Datenträger an; Sie können die Datei auch irgendwo in dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Virtual machines cannot run here yet</source>
        <translation>Hier können noch keine virtuellen Maschinen laufen</translation>
    </message>
    <message>
        <source>This computer offers no hypervisor that the program can use. It can still look after machines on other computers.</source>
        <translation>Dieser Rechner bietet keinen Hypervisor, den das Programm benutzen kann. Maschinen auf anderen Rechnern kann es trotzdem pflegen.</translation>
    </message>
    <message>
        <source>No host is connected</source>
        <translation>Kein Host ist verbunden</translation>
    </message>
    <message>
        <source>The program keeps trying; a host&apos;s page says what is wrong with it.</source>
        <translation>Das Programm versucht es weiter; die Seite eines Hosts sagt, was mit ihm nicht stimmt.</translation>
    </message>
    <message>
        <source>Welcome to Vivarium</source>
        <translation>Willkommen bei Vivarium</translation>
    </message>
    <message>
        <source>Add the computer whose virtual machines you want to look after, or try everything out on a demonstration host.</source>
        <translation>Fügen Sie den Rechner hinzu, dessen virtuelle Maschinen Sie pflegen möchten, oder probieren Sie alles auf einem Vorführungs-Host aus.</translation>
    </message>
    <message>
        <source>Connect a host from the list at the left, or add another one.</source>
        <translation>Verbinden Sie einen Host aus der Liste links, oder fügen Sie einen anderen hinzu.</translation>
    </message>
</context>
<context>
    <name>WhatToRunStep</name>
    <message>
        <source>What to run</source>
        <translation>Was laufen soll</translation>
    </message>
    <message>
        <source>What do you want to run?</source>
        <translation>Was möchten Sie laufen lassen?</translation>
    </message>
    <message>
        <source>Drop a file anywhere in this window, or choose a source.</source>
        <translation>Ziehen Sie eine Datei irgendwo in dieses Fenster, oder wählen Sie eine Quelle.</translation>
    </message>
    <message>
        <source>Installer image (ISO)</source>
        <translation>Installationsabbild (ISO)</translation>
    </message>
    <message>
        <source>A Linux, Windows or BSD disc image</source>
        <translation>Ein Abbild von Linux, Windows oder BSD</translation>
    </message>
    <message>
        <source>Existing disk</source>
        <translation>Vorhandener Datenträger</translation>
    </message>
    <message>
        <source>qcow2, raw, VMDK, VDI or VHDX</source>
        <translation>qcow2, raw, VMDK, VDI oder VHDX</translation>
    </message>
    <message>
        <source>No medium</source>
        <translation>Kein Medium</translation>
    </message>
    <message>
        <source>An empty machine, to be set up later</source>
        <translation>Eine leere Maschine, die später eingerichtet wird</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>A system from its makers&apos; server</source>
        <translation>Ein System aus dem Netz</translation>
    </message>
    <message>
        <source>Cloud image</source>
        <translation>Cloud-Abbild</translation>
    </message>
    <message>
        <source>Ready in seconds, with cloud-init</source>
        <translation>In Sekunden bereit, mit cloud-init</translation>
    </message>
    <message>
        <source>Definition (XML)</source>
        <translation>Definition (XML)</translation>
    </message>
    <message>
        <source>A machine as libvirt describes it</source>
        <translation>Eine Maschine, wie libvirt sie beschreibt</translation>
    </message>
    <message>
        <source>Import appliance</source>
        <translation>Appliance importieren</translation>
    </message>
    <message>
        <source>OVA, Vagrant, VirtualBox, VMware</source>
        <translation>OVA, Vagrant, VirtualBox, VMware</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Linux in a folder, or a single program</source>
        <translation>Linux in einem Ordner oder ein einzelnes Programm</translation>
    </message>
    <message>
        <source>This host runs no containers: it takes one with LXC, such as lxc:///system.</source>
        <translation>Dieser Host führt keine Container aus: Dafür braucht es einen mit LXC, etwa lxc:///system.</translation>
    </message>
    <message>
        <source>Network install</source>
        <translation>Netzwerkinstallation</translation>
    </message>
    <message>
        <source>Address of an install tree, or PXE</source>
        <translation>Installationsbaum oder PXE</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>New machine</source>
        <translation>Neue Maschine</translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation>Host hinzufügen …</translation>
    </message>
    <message>
        <source>All machines</source>
        <translation>Alle Maschinen</translation>
    </message>
    <message>
        <source>Show as cards</source>
        <translation>Als Karten zeigen</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Filter machines</source>
        <translation>Maschinen filtern</translation>
    </message>
    <message>
        <source>Sort the sidebar by name</source>
        <translation>Seitenleiste nach Namen ordnen</translation>
    </message>
    <message>
        <source>Sort the sidebar by state</source>
        <translation>Seitenleiste nach Zustand ordnen</translation>
    </message>
    <message>
        <source>Console in its own window</source>
        <translation>Konsole in eigenem Fenster</translation>
    </message>
    <message>
        <source>Open demonstration host</source>
        <translation>Vorführungs-Host öffnen</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>About Vivarium</source>
        <translation>Über Vivarium</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>About Vivarium</source>
        <translation>Über Vivarium</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Vivarium %1&lt;/h3&gt;&lt;p&gt;Virtual machines on this computer and on others, through libvirt.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Vivarium %1&lt;/h3&gt;&lt;p&gt;Virtuelle Maschinen auf diesem und anderen Rechnern, mit libvirt.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Open Virtualization Format, for other programs (*.ova)</source>
        <translation>Open Virtualization Format, für andere Programme (*.ova)</translation>
    </message>
    <message>
        <source>Bundle with everything, for other hosts (*.vivarium)</source>
        <translation>Paket mit allem, für andere Hosts (*.vivarium)</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
</context>
<context>
    <name>WindowsForm</name>
    <message>
        <source>None: Windows can be activated later</source>
        <translation>Keiner: Windows lässt sich später aktivieren</translation>
    </message>
    <message>
        <source>Product &amp;key</source>
        <translation>Produkt&amp;schlüssel</translation>
    </message>
</context>
<context>
    <name>WindowsRows</name>
    <message>
        <source>&amp;Edition</source>
        <translation>&amp;Edition</translation>
    </message>
    <message>
        <source>&amp;Other disc…</source>
        <translation>&amp;Anderer Datenträger …</translation>
    </message>
    <message>
        <source>&amp;virtio drivers</source>
        <translation>&amp;virtio-Treiber</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Editionen</translation>
    </message>
    <message>
        <source>virtio drivers</source>
        <translation>virtio-Treiber</translation>
    </message>
    <message>
        <source>Discs with virtio drivers</source>
        <translation>Datenträger mit virtio-Treibern</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Choose a disc with virtio drivers</source>
        <translation>Einen Datenträger mit virtio-Treibern wählen</translation>
    </message>
    <message>
        <source>Disc images (*.iso *.ISO *.img)</source>
        <translation>Datenträgerabbilder (*.iso *.ISO *.img)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>accounttext</name>
    <message>
        <source>Give a name to log in with.</source>
        <translation>Geben Sie einen Namen zum Anmelden an.</translation>
    </message>
    <message>
        <source>A user name is made of small letters, digits, hyphens and underscores, begins with a letter, and has 32 signs at most.</source>
        <translation>Ein Benutzername besteht aus Kleinbuchstaben, Ziffern, Binde- und Unterstrichen, beginnt mit einem Buchstaben und hat höchstens 32 Zeichen.</translation>
    </message>
    <message>
        <source>Systems have a user or a group named “%1” already; choose another name.</source>
        <translation>Systeme haben bereits einen Benutzer oder eine Gruppe namens „%1“; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>A full name cannot hold colons or line breaks.</source>
        <translation>Ein voller Name kann weder Doppelpunkte noch Zeilenumbrüche enthalten.</translation>
    </message>
    <message>
        <source>The password is too long, or holds signs that nobody can type.</source>
        <translation>Das Passwort ist zu lang oder enthält Zeichen, die niemand tippen kann.</translation>
    </message>
    <message>
        <source>This password would soon be guessed. Choose a better one, or do not let it in over ssh.</source>
        <translation>Dieses Passwort wäre bald erraten. Wählen Sie ein besseres, oder lassen Sie es über ssh nicht zu.</translation>
    </message>
    <message>
        <source>This password would soon be guessed.</source>
        <translation>Dieses Passwort wäre bald erraten.</translation>
    </message>
    <message>
        <source>Give a password or an ssh key: nobody could log in otherwise.</source>
        <translation>Geben Sie ein Passwort oder einen ssh-Schlüssel an: Sonst könnte sich niemand anmelden.</translation>
    </message>
    <message>
        <source>A host name is made of letters, digits and hyphens, in parts of 63 signs at most between dots.</source>
        <translation>Ein Rechnername besteht aus Buchstaben, Ziffern und Bindestrichen, in Teilen von höchstens 63 Zeichen zwischen Punkten.</translation>
    </message>
    <message>
        <source>“%1” is no language of a system; they look like de_DE.UTF-8.</source>
        <translation>„%1“ ist keine Systemsprache; sie sehen aus wie de_DE.UTF-8.</translation>
    </message>
    <message>
        <source>“%1” is no keyboard layout; they look like de or de(nodeadkeys).</source>
        <translation>„%1“ ist keine Tastaturbelegung; sie sehen aus wie de oder de(nodeadkeys).</translation>
    </message>
    <message>
        <source>There is no time zone “%1”; they look like Europe/Berlin.</source>
        <translation>Es gibt keine Zeitzone „%1“; sie sehen aus wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>Line %1 of the keys is no public ssh key, or not the whole of one.</source>
        <translation>Zeile %1 der Schlüssel ist kein öffentlicher ssh-Schlüssel oder kein ganzer.</translation>
    </message>
    <message>
        <source>That is a private key. It must stay with you; give the public one, whose file ends in .pub.</source>
        <translation>Das ist ein privater Schlüssel. Er muss bei Ihnen bleiben; geben Sie den öffentlichen an, dessen Datei auf .pub endet.</translation>
    </message>
    <message>
        <source>The key in line %1 is of a kind that ssh servers refuse nowadays.</source>
        <translation>Der Schlüssel in Zeile %1 ist von einer Art, die ssh-Server heute ablehnen.</translation>
    </message>
    <message>
        <source>Line %1 of the keys begins with options; give the key alone.</source>
        <translation>Zeile %1 der Schlüssel beginnt mit Optionen; geben Sie den Schlüssel allein an.</translation>
    </message>
    <message>
        <source>“%1” is no address with the length of its network, such as 192.168.1.20/24.</source>
        <translation>„%1“ ist keine Adresse mit Netzlänge wie 192.168.1.20/24.</translation>
    </message>
    <message>
        <source>“%1” is no address of a gateway.</source>
        <translation>„%1“ ist keine Adresse eines Gateways.</translation>
    </message>
    <message>
        <source>“%1” is no address of a name server.</source>
        <translation>„%1“ ist keine Adresse eines Nameservers.</translation>
    </message>
    <message>
        <source>“%1” is no name of a package.</source>
        <translation>„%1“ ist kein Paketname.</translation>
    </message>
    <message>
        <source>cloud-init would not know what this is: the first line must be #cloud-config, or #!/bin/sh of a script.</source>
        <translation>cloud-init wüsste nicht, was das ist: Die erste Zeile muss #cloud-config lauten, oder #!/bin/sh bei einem Skript.</translation>
    </message>
    <message>
        <source>This is not YAML, from line %1 on: %2.</source>
        <translation>Das ist kein YAML, ab Zeile %1: %2.</translation>
    </message>
    <message>
        <source>cloud-init wants one document of settings with names: “packages:” and the like.</source>
        <translation>cloud-init erwartet ein Dokument aus benannten Einstellungen: „packages:“ und dergleichen.</translation>
    </message>
    <message>
        <source>This is more than cloud-init should be given; let it fetch the rest with #include.</source>
        <translation>Das ist mehr, als cloud-init bekommen sollte; lassen Sie es den Rest mit #include holen.</translation>
    </message>
    <message>
        <source>The machine&apos;s disk holds changes alone: the image must stay where it is, and as it is.</source>
        <translation>Der Datenträger der Maschine enthält nur Änderungen: Das Abbild muss bleiben, wo und wie es ist.</translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n ssh key(s)</source>
        <translation>
            <numerusform>%1, mit einem ssh-Schlüssel</numerusform>
            <numerusform>%1, mit %n ssh-Schlüsseln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with a password</source>
        <translation>%1, mit einem Passwort</translation>
    </message>
    <message numerus="yes">
        <source>%1, with a password and %n ssh key(s)</source>
        <translation>
            <numerusform>%1, mit einem Passwort und einem ssh-Schlüssel</numerusform>
            <numerusform>%1, mit einem Passwort und %n ssh-Schlüsseln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confirm</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>connectiontext</name>
    <message>
        <source>this kind of host</source>
        <translation>diese Art von Host</translation>
    </message>
    <message>
        <source>%1 needs a driver that the libvirt on this computer lacks.</source>
        <translation>%1 braucht einen Treiber, der dem libvirt auf diesem Rechner fehlt.</translation>
    </message>
    <message>
        <source>It was built without the driver for that; nothing is wrong with the host.</source>
        <translation>Es wurde ohne diesen Treiber gebaut; mit dem Host ist alles in Ordnung.</translation>
    </message>
    <message>
        <source>The libvirt on this computer cannot talk to %1.</source>
        <translation>Das libvirt auf diesem Rechner kann nicht mit %1 sprechen.</translation>
    </message>
    <message>
        <source>The driver for that is a part of libvirt that is not installed.</source>
        <translation>Der Treiber dafür ist ein Teil von libvirt, der nicht installiert ist.</translation>
    </message>
    <message>
        <source>Install it with “sudo apt install %1”, then restart the daemon with “sudo systemctl restart libvirtd”.</source>
        <translation>Installieren Sie ihn mit „sudo apt install %1“ und starten Sie dann den Dienst mit „sudo systemctl restart libvirtd“ neu.</translation>
    </message>
    <message>
        <source>It was built without the driver for that.</source>
        <translation>Es wurde ohne diesen Treiber gebaut.</translation>
    </message>
    <message>
        <source>Machines on another computer that has the driver can be reached through ssh.</source>
        <translation>Maschinen auf einem anderen Rechner, der den Treiber hat, sind über ssh erreichbar.</translation>
    </message>
    <message>
        <source>Reach the host through ssh, where the host&apos;s own libvirt has the driver, or install a libvirt that has it here.</source>
        <translation>Erreichen Sie den Host über ssh, wo sein eigenes libvirt den Treiber hat, oder installieren Sie ein libvirt, das ihn hier hat.</translation>
    </message>
    <message>
        <source>Check the user name. Copy your public key to the host with ssh-copy-id, or choose the key file that the host knows.</source>
        <translation>Prüfen Sie den Benutzernamen. Kopieren Sie Ihren öffentlichen Schlüssel mit ssh-copy-id auf den Host, oder wählen Sie die Schlüsseldatei, die der Host kennt.</translation>
    </message>
    <message>
        <source>Connect again and enter the user and password that the host expects.</source>
        <translation>Verbinden Sie noch einmal und geben Sie Benutzer und Passwort ein, die der Host erwartet.</translation>
    </message>
    <message>
        <source>Check that the libvirt daemon on %1 listens for TLS, that the port is right, and that no firewall is in between.</source>
        <translation>Prüfen Sie, ob der libvirt-Dienst auf %1 auf TLS hört, ob der Port stimmt und ob keine Firewall dazwischensteht.</translation>
    </message>
    <message>
        <source>Check that the libvirt daemon on %1 listens for TCP, that the port is right, and that no firewall is in between.</source>
        <translation>Prüfen Sie, ob der libvirt-Dienst auf %1 auf TCP hört, ob der Port stimmt und ob keine Firewall dazwischensteht.</translation>
    </message>
    <message>
        <source>Check that an ssh server runs on %1, that the port is right, and that no firewall is in between.</source>
        <translation>Prüfen Sie, ob auf %1 ein ssh-Server läuft, ob der Port stimmt und ob keine Firewall dazwischensteht.</translation>
    </message>
    <message>
        <source>Join the group with “sudo usermod -aG libvirt $USER” and log in again, or use the session of your own user, which needs no permission.</source>
        <translation>Treten Sie mit „sudo usermod -aG libvirt $USER“ der Gruppe bei und melden Sie sich neu an, oder benutzen Sie die Sitzung Ihres eigenen Benutzers, die keine Erlaubnis braucht.</translation>
    </message>
    <message>
        <source>Let the host&apos;s administrator add your user to the group libvirt there, or use another user.</source>
        <translation>Lassen Sie den Verwalter des Hosts Ihren Benutzer dort in die Gruppe libvirt aufnehmen, oder nehmen Sie einen anderen Benutzer.</translation>
    </message>
    <message>
        <source>Install it with “sudo apt install libvirt-daemon qemu-system-x86”; it starts by itself after that.</source>
        <translation>Installieren Sie es mit „sudo apt install libvirt-daemon qemu-system-x86“; danach startet es von selbst.</translation>
    </message>
    <message>
        <source>Install it with “sudo apt install libvirt-daemon-system”, and start it with “sudo systemctl enable --now libvirtd”.</source>
        <translation>Installieren Sie ihn mit „sudo apt install libvirt-daemon-system“ und starten Sie ihn mit „sudo systemctl enable --now libvirtd“.</translation>
    </message>
    <message>
        <source>Install libvirt-daemon-system on the host, and start it there with “sudo systemctl enable --now libvirtd”.</source>
        <translation>Installieren Sie libvirt-daemon-system auf dem Host und starten Sie den Dienst dort mit „sudo systemctl enable --now libvirtd“.</translation>
    </message>
    <message>
        <source>The host</source>
        <translation>Der Host</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>the host</source>
        <translation>der Host</translation>
    </message>
    <message>
        <source>The host name “%1” is not known.</source>
        <translation>Der Hostname „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No address could be found for it.</source>
        <translation>Es war keine Adresse dafür zu finden.</translation>
    </message>
    <message>
        <source>Check the spelling, and that this computer is on the network that knows the name.</source>
        <translation>Prüfen Sie die Schreibweise und ob dieser Rechner in dem Netz ist, das den Namen kennt.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The computer is there, but nothing listens where we knocked.</source>
        <translation>Der Rechner ist da, aber wo wir angeklopft haben, hört niemand.</translation>
    </message>
    <message>
        <source>There is no way to %1.</source>
        <translation>Es führt kein Weg zu %1.</translation>
    </message>
    <message>
        <source>This computer&apos;s network does not reach the host.</source>
        <translation>Das Netz dieses Rechners reicht nicht bis zum Host.</translation>
    </message>
    <message>
        <source>Check the network, a VPN if the host needs one, and that the host is switched on.</source>
        <translation>Prüfen Sie das Netz, ein VPN, falls der Host eines braucht, und ob der Host eingeschaltet ist.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The host is switched off, very busy, or a firewall swallows the connection.</source>
        <translation>Der Host ist ausgeschaltet oder sehr beschäftigt, oder eine Firewall verschluckt die Verbindung.</translation>
    </message>
    <message>
        <source>Check that it is on and reachable, then try again.</source>
        <translation>Prüfen Sie, ob er an und erreichbar ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The connection could not be made, or was lost.</source>
        <translation>Die Verbindung kam nicht zustande oder ging verloren.</translation>
    </message>
    <message>
        <source>%1 shows another key than before.</source>
        <translation>%1 zeigt einen anderen Schlüssel als früher.</translation>
    </message>
    <message>
        <source>The host was installed anew, or somebody pretends to be it. Nothing was sent.</source>
        <translation>Der Host wurde neu installiert, oder jemand gibt sich für ihn aus. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Ask its administrator. If the change is meant, remove the old key with “%1” and connect again.</source>
        <translation>Fragen Sie seinen Verwalter. Ist die Änderung gewollt, so entfernen Sie den alten Schlüssel mit „%1“ und verbinden noch einmal.</translation>
    </message>
    <message>
        <source>The key of %1 is not known yet.</source>
        <translation>Der Schlüssel von %1 ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Without a known key nobody can tell whether it is really that host.</source>
        <translation>Ohne bekannten Schlüssel kann niemand sagen, ob es wirklich dieser Host ist.</translation>
    </message>
    <message>
        <source>Connect again and compare the fingerprint with the host&apos;s own before you trust it.</source>
        <translation>Verbinden Sie noch einmal und vergleichen Sie den Fingerabdruck mit dem des Hosts, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>The certificates for %1 are missing on this computer.</source>
        <translation>Die Zertifikate für %1 fehlen auf diesem Rechner.</translation>
    </message>
    <message>
        <source>A TLS connection needs the authority&apos;s certificate, and one for you.</source>
        <translation>Eine TLS-Verbindung braucht das Zertifikat der Zertifizierungsstelle und eines für Sie.</translation>
    </message>
    <message>
        <source>Put them where libvirt looks for them, in ~/.pki/libvirt or /etc/pki, or go through ssh.</source>
        <translation>Legen Sie sie dorthin, wo libvirt sie sucht, nach ~/.pki/libvirt oder /etc/pki, oder gehen Sie über ssh.</translation>
    </message>
    <message>
        <source>The certificate of %1 could not be verified.</source>
        <translation>Das Zertifikat von %1 ließ sich nicht bestätigen.</translation>
    </message>
    <message>
        <source>It is made for another name, has expired, or comes from an authority that this computer does not trust.</source>
        <translation>Es gilt für einen anderen Namen, ist abgelaufen oder kommt von einer Stelle, der dieser Rechner nicht vertraut.</translation>
    </message>
    <message>
        <source>The details say which; the host&apos;s administrator can issue another.</source>
        <translation>Die Einzelheiten sagen, was davon zutrifft; der Verwalter des Hosts kann ein neues ausstellen.</translation>
    </message>
    <message>
        <source>%1 did not accept this computer&apos;s certificate.</source>
        <translation>%1 hat das Zertifikat dieses Rechners nicht angenommen.</translation>
    </message>
    <message>
        <source>The host lets in whoever shows a certificate from its own authority; it was shown none, or another.</source>
        <translation>Der Host lässt ein, wer ein Zertifikat seiner eigenen Stelle vorzeigt; er bekam keines oder ein anderes.</translation>
    </message>
    <message>
        <source>Put the clientcert.pem and clientkey.pem that its administrator made for you in ~/.pki/libvirt, or go through ssh.</source>
        <translation>Legen Sie clientcert.pem und clientkey.pem, die sein Verwalter für Sie gemacht hat, nach ~/.pki/libvirt, oder gehen Sie über ssh.</translation>
    </message>
    <message>
        <source>%1 did not let you in.</source>
        <translation>%1 hat Sie nicht eingelassen.</translation>
    </message>
    <message>
        <source>The host did not accept the user, the key or the password.</source>
        <translation>Der Host hat Benutzer, Schlüssel oder Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 wants to know who you are.</source>
        <translation>%1 will wissen, wer Sie sind.</translation>
    </message>
    <message>
        <source>Credentials are missing, or they were not accepted.</source>
        <translation>Anmeldedaten fehlen oder wurden nicht angenommen.</translation>
    </message>
    <message>
        <source>You are not permitted to use the virtualization of %1.</source>
        <translation>Sie dürfen die Virtualisierung von %1 nicht benutzen.</translation>
    </message>
    <message>
        <source>Its libvirt daemon is for administrators and for members of the group libvirt.</source>
        <translation>Sein libvirt-Dienst ist für Verwalter und für Mitglieder der Gruppe libvirt da.</translation>
    </message>
    <message>
        <source>No libvirt daemon runs on %1.</source>
        <translation>Auf %1 läuft kein libvirt-Dienst.</translation>
    </message>
    <message>
        <source>Without it there is nothing that could run machines.</source>
        <translation>Ohne ihn gibt es nichts, was Maschinen betreiben könnte.</translation>
    </message>
    <message>
        <source>No libvirt daemon listens on %1 where the address says.</source>
        <translation>Auf %1 hört kein libvirt-Dienst, wo die Adresse es sagt.</translation>
    </message>
    <message>
        <source>The address names a socket, and nobody is behind it.</source>
        <translation>Die Adresse nennt einen Socket, und niemand ist dahinter.</translation>
    </message>
    <message>
        <source>Check the socket&apos;s path, %1, and that the daemon runs.</source>
        <translation>Prüfen Sie den Pfad des Sockets, %1, und ob der Dienst läuft.</translation>
    </message>
    <message>
        <source>%1 lets you in, but its libvirt does not answer.</source>
        <translation>%1 lässt Sie ein, aber sein libvirt antwortet nicht.</translation>
    </message>
    <message>
        <source>No libvirt daemon runs there, or it does not serve your user.</source>
        <translation>Dort läuft kein libvirt-Dienst, oder er bedient Ihren Benutzer nicht.</translation>
    </message>
    <message>
        <source>Start it there with “sudo systemctl enable --now libvirtd”, and let your user be added to the group libvirt.</source>
        <translation>Starten Sie ihn dort mit „sudo systemctl enable --now libvirtd“ und lassen Sie Ihren Benutzer in die Gruppe libvirt aufnehmen.</translation>
    </message>
    <message>
        <source>%1 lets you in, but has no libvirt.</source>
        <translation>%1 lässt Sie ein, hat aber kein libvirt.</translation>
    </message>
    <message>
        <source>The program that carries libvirt through ssh is missing on the host.</source>
        <translation>Das Programm, das libvirt durch ssh leitet, fehlt auf dem Host.</translation>
    </message>
    <message>
        <source>Install libvirt-daemon-system and netcat-openbsd on the host.</source>
        <translation>Installieren Sie libvirt-daemon-system und netcat-openbsd auf dem Host.</translation>
    </message>
    <message>
        <source>The ssh program is missing on this computer.</source>
        <translation>Das Programm ssh fehlt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Hosts that are reached through ssh need it.</source>
        <translation>Hosts, die über ssh erreicht werden, brauchen es.</translation>
    </message>
    <message>
        <source>Install it with “sudo apt install openssh-client”.</source>
        <translation>Installieren Sie es mit „sudo apt install openssh-client“.</translation>
    </message>
    <message>
        <source>The libvirt on %1 has no driver for %2.</source>
        <translation>Das libvirt auf %1 hat keinen Treiber für %2.</translation>
    </message>
    <message>
        <source>The host was reached; it looks after machines of another kind.</source>
        <translation>Der Host wurde erreicht; er betreut Maschinen anderer Art.</translation>
    </message>
    <message>
        <source>Choose the hypervisor that the host has, or install the driver there.</source>
        <translation>Wählen Sie den Hypervisor, den der Host hat, oder installieren Sie den Treiber dort.</translation>
    </message>
    <message>
        <source>%1 does not run on %2.</source>
        <translation>%1 läuft nicht auf %2.</translation>
    </message>
    <message>
        <source>Its libvirt has the driver, but found nothing to drive.</source>
        <translation>Sein libvirt hat den Treiber, fand aber nichts zu steuern.</translation>
    </message>
    <message>
        <source>Install or start it there, or choose another hypervisor.</source>
        <translation>Installieren oder starten Sie ihn dort, oder wählen Sie einen anderen Hypervisor.</translation>
    </message>
    <message>
        <source>The description file %1 could not be read.</source>
        <translation>Die Beschreibungsdatei %1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It is missing, or is no description of a demonstration host.</source>
        <translation>Sie fehlt oder ist keine Beschreibung eines Vorführungs-Hosts.</translation>
    </message>
    <message>
        <source>Choose another file, or leave the path out for the built-in demonstration.</source>
        <translation>Wählen Sie eine andere Datei, oder lassen Sie den Pfad für die eingebaute Vorführung weg.</translation>
    </message>
    <message>
        <source>The address of %1 is not valid.</source>
        <translation>Die Adresse von %1 ist nicht gültig.</translation>
    </message>
    <message>
        <source>Nothing was connected.</source>
        <translation>Es wurde nichts verbunden.</translation>
    </message>
    <message>
        <source>The details say which part is wrong.</source>
        <translation>Die Einzelheiten sagen, welcher Teil falsch ist.</translation>
    </message>
    <message>
        <source>%1 cannot be used like this.</source>
        <translation>%1 lässt sich so nicht benutzen.</translation>
    </message>
    <message>
        <source>The host, or its version of libvirt, cannot do what the address asks for.</source>
        <translation>Der Host oder seine Version von libvirt kann nicht, was die Adresse verlangt.</translation>
    </message>
    <message>
        <source>Try another way to reach it.</source>
        <translation>Versuchen Sie einen anderen Weg, ihn zu erreichen.</translation>
    </message>
    <message>
        <source>Connecting to %1 was cancelled.</source>
        <translation>Das Verbinden mit %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 could not be connected.</source>
        <translation>%1 ließ sich nicht verbinden.</translation>
    </message>
    <message>
        <source>The hypervisor gave a reason that is not a common one.</source>
        <translation>Der Hypervisor nannte einen Grund, der nicht zu den üblichen gehört.</translation>
    </message>
    <message>
        <source>The details hold the original message; it may help to search for it.</source>
        <translation>Die Einzelheiten enthalten die ursprüngliche Meldung; es kann helfen, danach zu suchen.</translation>
    </message>
</context>
<context>
    <name>consolewords</name>
    <message>
        <source>The display did not answer.</source>
        <translation>Die Anzeige hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The display refused the connection; another viewer may have it to itself.</source>
        <translation>Die Anzeige hat die Verbindung abgelehnt; vielleicht hat sie ein anderer Betrachter für sich allein.</translation>
    </message>
    <message>
        <source>The display did not accept the password.</source>
        <translation>Die Anzeige hat das Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>The display sent something that makes no sense.</source>
        <translation>Die Anzeige hat etwas gesendet, das keinen Sinn ergibt.</translation>
    </message>
    <message>
        <source>The display&apos;s picture is larger than can be shown.</source>
        <translation>Das Bild der Anzeige ist größer, als gezeigt werden kann.</translation>
    </message>
    <message>
        <source>The display takes only connections that it encrypts itself. SPICE makes those to an address alone, neither through libvirt nor through ssh. Let the display take plain connections as well, which ssh encrypts on their way, or open its address (spice://HOST?tls-port=PORT).</source>
        <translation>Die Anzeige nimmt nur Verbindungen an, die sie selbst verschlüsselt. SPICE baut solche nur zu einer Adresse auf, weder über libvirt noch über ssh. Lassen Sie die Anzeige auch einfache Verbindungen annehmen, die ssh unterwegs verschlüsselt, oder öffnen Sie ihre Adresse (spice://RECHNER?tls-port=PORT).</translation>
    </message>
    <message>
        <source>The display wants something that is not supported here.</source>
        <translation>Die Anzeige verlangt etwas, das hier nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>The display ended the connection.</source>
        <translation>Die Anzeige hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 ist gesichert</translation>
    </message>
    <message>
        <source>It goes on where it was when it is restored.</source>
        <translation>Nach dem Wiederherstellen geht es dort weiter, wo sie war.</translation>
    </message>
    <message>
        <source>%1 has crashed</source>
        <translation>%1 ist abgestürzt</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1 ist aus</translation>
    </message>
    <message>
        <source>%1 is not connected</source>
        <translation>%1 ist nicht verbunden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>This machine is gone</source>
        <translation>Diese Maschine gibt es nicht mehr</translation>
    </message>
    <message>
        <source>It was removed from its host.</source>
        <translation>Sie wurde von ihrem Host entfernt.</translation>
    </message>
    <message>
        <source>The screen appears in a moment.</source>
        <translation>Der Bildschirm erscheint gleich.</translation>
    </message>
    <message>
        <source>Looking for the display…</source>
        <translation>Die Anzeige wird gesucht …</translation>
    </message>
    <message>
        <source>%1 has no display</source>
        <translation>%1 hat keine Anzeige</translation>
    </message>
    <message>
        <source>Its definition holds no graphical console.</source>
        <translation>Ihre Definition enthält keine grafische Konsole.</translation>
    </message>
    <message>
        <source>This display cannot be shown here</source>
        <translation>Diese Anzeige kann hier nicht gezeigt werden</translation>
    </message>
    <message>
        <source>VNC and SPICE displays can be shown; the machine has one of another kind.</source>
        <translation>VNC- und SPICE-Anzeigen können gezeigt werden; die Maschine hat eine andere.</translation>
    </message>
    <message>
        <source>The console is open in its own window</source>
        <translation>Die Konsole ist in ihrem eigenen Fenster offen</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Connecting to the console…</source>
        <translation>Verbindung mit der Konsole …</translation>
    </message>
    <message>
        <source>That password was not accepted. Try again.</source>
        <translation>Dieses Passwort wurde nicht angenommen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It was set by whoever made the machine.</source>
        <translation>Festgelegt hat es, wer die Maschine angelegt hat.</translation>
    </message>
    <message>
        <source>The console is not connected</source>
        <translation>Die Konsole ist nicht verbunden</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <translation>%1 ist angehalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1 is asleep</source>
        <translation>%1 schläft</translation>
    </message>
    <message>
        <source>A key or a click may wake it.</source>
        <translation>Eine Taste oder ein Klick kann sie wecken.</translation>
    </message>
    <message>
        <source>The way to the display could not be opened.</source>
        <translation>Der Weg zur Anzeige ließ sich nicht öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s).</source>
        <extracomment>%1 is a sentence with the reason</extracomment>
        <translation>
            <numerusform>%1 Neuer Versuch in %n Sekunde.</numerusform>
            <numerusform>%1 Neuer Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Super</source>
        <translation>Super</translation>
    </message>
    <message>
        <source>The display&apos;s certificate is not trusted on this computer. If you know who signed it, put the signer&apos;s certificate into ~/.pki/CA/cacert.pem and try again.</source>
        <translation>Dem Zertifikat der Anzeige wird auf diesem Rechner nicht vertraut. Wenn Sie wissen, wer es ausgestellt hat, legen Sie dessen Zertifikat nach ~/.pki/CA/cacert.pem und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Add a display</source>
        <translation>Bildschirm hinzufügen</translation>
    </message>
    <message>
        <source>A display is added</source>
        <translation>Ein Bildschirm ist hinzugefügt</translation>
    </message>
    <message>
        <source>It is there at the next start of the machine: shut it down and start it again.</source>
        <translation>Er ist beim nächsten Start der Maschine da: Fahren Sie sie herunter und starten Sie sie neu.</translation>
    </message>
    <message>
        <source>It is set to connect when you say so.</source>
        <translation>Sie verbindet sich erst, wenn Sie es sagen.</translation>
    </message>
    <message>
        <source>Waiting for the guest…</source>
        <translation>Warten auf den Gast …</translation>
    </message>
    <message>
        <source>The console is connected, and the guest has shown nothing yet.</source>
        <translation>Die Konsole ist verbunden, und der Gast hat noch nichts gezeigt.</translation>
    </message>
    <message>
        <source>The guest has switched its screen off</source>
        <translation>Der Gast hat seinen Bildschirm abgeschaltet</translation>
    </message>
    <message>
        <source>A key or a motion of the pointer may wake it.</source>
        <translation>Eine Taste oder eine Bewegung des Zeigers weckt ihn vielleicht auf.</translation>
    </message>
    <message>
        <source>%L1 ms</source>
        <translation>%L1 ms</translation>
    </message>
    <message>
        <source>This display was opened for viewing only: nothing is sent to the guest.</source>
        <translation>Diese Anzeige wurde nur zum Ansehen geöffnet: Es wird nichts an den Gast gesendet.</translation>
    </message>
    <message>
        <source>You chose View only in the View menu: keys, pointer, clipboard, dropped files and microphone do not reach the guest.</source>
        <translation>Sie haben im Menü „Ansicht“ „Nur ansehen“ gewählt: Tasten, Zeiger, Zwischenablage, abgelegte Dateien und Mikrofon erreichen den Gast nicht.</translation>
    </message>
</context>
<context>
    <name>errortext</name>
    <message>
        <source>%1 could not be started.</source>
        <translation>%1 konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>%1 could not be asked to shut down.</source>
        <translation>%1 konnte nicht um Herunterfahren gebeten werden.</translation>
    </message>
    <message>
        <source>%1 could not be asked to reboot.</source>
        <translation>%1 konnte nicht um Neustart gebeten werden.</translation>
    </message>
    <message>
        <source>%1 could not be reset.</source>
        <translation>%1 konnte nicht zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>%1 could not be forced off.</source>
        <translation>%1 konnte nicht hart ausgeschaltet werden.</translation>
    </message>
    <message>
        <source>%1 could not be paused.</source>
        <translation>%1 konnte nicht angehalten werden.</translation>
    </message>
    <message>
        <source>%1 could not be resumed.</source>
        <translation>%1 konnte nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>%1 could not be saved.</source>
        <translation>%1 konnte nicht gesichert werden.</translation>
    </message>
    <message>
        <source>%1 could not be restored from its saved state.</source>
        <translation>%1 konnte nicht aus dem gesicherten Zustand wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>The saved state of %1 could not be discarded.</source>
        <translation>Der gesicherte Zustand von %1 konnte nicht verworfen werden.</translation>
    </message>
    <message>
        <source>Whether %1 starts with its host could not be changed.</source>
        <translation>Ob %1 mit dem Host startet, konnte nicht geändert werden.</translation>
    </message>
    <message>
        <source>%1 could not be renamed.</source>
        <translation>%1 konnte nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>%1 could not be created.</source>
        <translation>%1 konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The operation on %1 failed.</source>
        <translation>Der Vorgang mit %1 ist gescheitert.</translation>
    </message>
    <message>
        <source>Creating %1 was cancelled.</source>
        <translation>Das Anlegen von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Saving %1 was cancelled.</source>
        <translation>Das Sichern von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Starting %1 was cancelled.</source>
        <translation>Das Starten von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The operation on %1 was cancelled.</source>
        <translation>Der Vorgang mit %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Something that is needed does not exist, or was removed in the meantime.</source>
        <translation>Etwas Nötiges gibt es nicht, oder es wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>The details name it. Bring it back or choose another, then try again.</source>
        <translation>Die Einzelheiten nennen es. Bringen Sie es zurück oder wählen Sie etwas anderes und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A machine or a file of that name is there already; it was left as it is.</source>
        <translation>Eine Maschine oder Datei dieses Namens gibt es schon; sie blieb, wie sie war.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Another operation is using it, perhaps from another program.</source>
        <translation>Ein anderer Vorgang benutzt es gerade, vielleicht aus einem anderen Programm.</translation>
    </message>
    <message>
        <source>Wait until that has ended, then try again.</source>
        <translation>Warten Sie, bis er beendet ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Its state does not allow that now; it may have changed a moment ago.</source>
        <translation>Ihr Zustand erlaubt das jetzt nicht; er kann sich eben geändert haben.</translation>
    </message>
    <message>
        <source>Look at its present state, then try again.</source>
        <translation>Sehen Sie sich den jetzigen Zustand an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The host does not permit it: to you, or to the hypervisor with the files concerned.</source>
        <translation>Der Host erlaubt es nicht: Ihnen nicht, oder dem Hypervisor bei den betroffenen Dateien nicht.</translation>
    </message>
    <message>
        <source>Check the permissions of the files that the details name, and what your user may do on the host.</source>
        <translation>Prüfen Sie die Rechte der Dateien, die in den Einzelheiten stehen, und was Ihr Benutzer auf dem Host darf.</translation>
    </message>
    <message>
        <source>The host did not answer. Whether the operation took place is not known.</source>
        <translation>Der Host hat nicht geantwortet. Ob der Vorgang stattfand, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The host is connected again by itself when it answers; look at the state then.</source>
        <translation>Der Host wird von selbst wieder verbunden, sobald er antwortet; sehen Sie sich dann den Zustand an.</translation>
    </message>
    <message>
        <source>The other side could not prove that it is the host that it should be.</source>
        <translation>Die Gegenseite konnte nicht beweisen, dass sie der richtige Host ist.</translation>
    </message>
    <message>
        <source>Compare the key in the details with the host&apos;s own before you trust it.</source>
        <translation>Vergleichen Sie den Schlüssel in den Einzelheiten mit dem des Hosts, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>The other side wants a user and password, or did not accept those that it got.</source>
        <translation>Die Gegenseite verlangt Benutzer und Passwort oder hat die erhaltenen nicht angenommen.</translation>
    </message>
    <message>
        <source>Connect the host again and enter them.</source>
        <translation>Verbinden Sie den Host noch einmal und geben Sie sie ein.</translation>
    </message>
    <message>
        <source>The installed libvirt lacks the part that this needs.</source>
        <translation>Dem installierten libvirt fehlt der Teil, den das braucht.</translation>
    </message>
    <message>
        <source>Install the libvirt driver that the details name.</source>
        <translation>Installieren Sie den libvirt-Treiber, den die Einzelheiten nennen.</translation>
    </message>
    <message>
        <source>This hypervisor, or its version, cannot do that.</source>
        <translation>Dieser Hypervisor oder seine Version kann das nicht.</translation>
    </message>
    <message>
        <source>The host did not accept what it was told; nothing was changed.</source>
        <translation>Der Host hat nicht angenommen, was ihm gesagt wurde; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The details name the part that is wrong.</source>
        <translation>Die Einzelheiten nennen den falschen Teil.</translation>
    </message>
    <message>
        <source>There is not enough free space where the files are kept.</source>
        <translation>Wo die Dateien liegen, ist nicht genug Platz frei.</translation>
    </message>
    <message>
        <source>Free some space, or choose another storage pool or a smaller disk.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Speicherpool oder einen kleineren Datenträger.</translation>
    </message>
    <message>
        <source>There was no answer in time. It may still take place.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort. Es kann noch geschehen.</translation>
    </message>
    <message>
        <source>Wait a little and look at the state before you try again.</source>
        <translation>Warten Sie ein wenig und sehen Sie sich den Zustand an, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>It was stopped on request; what had been begun was taken back.</source>
        <translation>Es wurde auf Wunsch angehalten; was begonnen war, wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The details hold the original message; it may help to search for it.</source>
        <translation>Die Einzelheiten enthalten die ursprüngliche Meldung; es kann helfen, danach zu suchen.</translation>
    </message>
    <message>
        <source>A network or storage pool that the machine uses is not running on the host.</source>
        <translation>Ein Netzwerk oder Speicherpool, den die Maschine benutzt, läuft auf dem Host nicht.</translation>
    </message>
    <message>
        <source>Start the one that the details name, and let it start with the host.</source>
        <translation>Starten Sie, was die Einzelheiten nennen, und lassen Sie es mit dem Host starten.</translation>
    </message>
    <message>
        <source>A disk image of the machine is missing, or the hypervisor may not read it.</source>
        <translation>Ein Datenträgerabbild der Maschine fehlt, oder der Hypervisor darf es nicht lesen.</translation>
    </message>
    <message>
        <source>Check that the file in the details exists and that every folder above it may be entered by the hypervisor.</source>
        <translation>Prüfen Sie, ob es die Datei aus den Einzelheiten gibt und ob der Hypervisor jeden Ordner darüber betreten darf.</translation>
    </message>
    <message>
        <source>A disk of the machine is in use by another machine or program.</source>
        <translation>Ein Datenträger der Maschine wird von einer anderen Maschine oder einem Programm benutzt.</translation>
    </message>
    <message>
        <source>Shut that down first: a disk that two write to is destroyed.</source>
        <translation>Fahren Sie diese zuerst herunter: Ein Datenträger, auf den zwei schreiben, wird zerstört.</translation>
    </message>
    <message>
        <source>The host has not enough free memory for the machine.</source>
        <translation>Der Host hat nicht genug freien Arbeitsspeicher für die Maschine.</translation>
    </message>
    <message>
        <source>Shut down other machines, or give this one less memory.</source>
        <translation>Fahren Sie andere Maschinen herunter, oder geben Sie dieser weniger Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The machine wants hardware acceleration (KVM), which does not work on its host.</source>
        <translation>Die Maschine verlangt Hardware-Beschleunigung (KVM), die auf ihrem Host nicht geht.</translation>
    </message>
    <message>
        <source>Switch virtualization on in the computer&apos;s firmware, or choose software emulation.</source>
        <translation>Schalten Sie die Virtualisierung in der Firmware des Rechners ein, oder wählen Sie Software-Emulation.</translation>
    </message>
    <message>
        <source>The machine&apos;s processor model needs features that the host&apos;s processor has not.</source>
        <translation>Das Prozessormodell der Maschine braucht Fähigkeiten, die der Prozessor des Hosts nicht hat.</translation>
    </message>
    <message>
        <source>Choose another processor model, such as the host&apos;s own.</source>
        <translation>Wählen Sie ein anderes Prozessormodell, etwa das des Hosts.</translation>
    </message>
    <message>
        <source>A port that the machine wants for itself is taken on the host.</source>
        <translation>Ein Port, den die Maschine für sich haben will, ist auf dem Host vergeben.</translation>
    </message>
    <message>
        <source>Let the host choose the port, or free it.</source>
        <translation>Lassen Sie den Host den Port wählen, oder geben Sie ihn frei.</translation>
    </message>
    <message>
        <source>Nothing was left behind on the host.</source>
        <translation>Auf dem Host blieb nichts zurück.</translation>
    </message>
    <message>
        <source>The machine goes on as before.</source>
        <translation>Die Maschine läuft weiter wie zuvor.</translation>
    </message>
    <message>
        <source>The saved state is still there.</source>
        <translation>Der gesicherte Zustand ist noch da.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two whole sentences, one after the other.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1” is not the address of a host.</source>
        <translation>„%1“ ist keine Adresse eines Hosts.</translation>
    </message>
    <message>
        <source>An address looks like qemu:///system, or qemu+ssh://user@host/system.</source>
        <translation>Eine Adresse sieht aus wie qemu:///system oder qemu+ssh://user@host/system.</translation>
    </message>
    <message>
        <source>The details say which part is wrong.</source>
        <translation>Die Einzelheiten sagen, welcher Teil falsch ist.</translation>
    </message>
    <message>
        <source>This was made before and could not be removed again: %1.</source>
        <extracomment>A list of files and other things, already joined with commas</extracomment>
        <translation>Dies wurde zuvor angelegt und ließ sich nicht wieder entfernen: %1.</translation>
    </message>
    <message>
        <source>%1 could not be given a display.</source>
        <translation>%1 konnte keinen Bildschirm bekommen.</translation>
    </message>
    <message>
        <source>The OS database could not be updated.</source>
        <translation>Die OS-Datenbank konnte nicht aktualisiert werden.</translation>
    </message>
    <message>
        <source>Updating the OS database was cancelled.</source>
        <translation>Die Aktualisierung der OS-Datenbank wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The server that it is downloaded from did not answer, or the connection broke off.</source>
        <translation>Der Server, von dem es heruntergeladen wird, hat nicht geantwortet, oder die Verbindung ist abgerissen.</translation>
    </message>
    <message>
        <source>Check the network and its proxy, then try again: what has arrived is kept.</source>
        <translation>Prüfen Sie Netzwerk und Proxy und versuchen Sie es noch einmal: Was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server that it is downloaded from does not give it out; it may have been moved or removed.</source>
        <translation>Der Server, von dem es heruntergeladen wird, gibt es nicht heraus; vielleicht wurde es verschoben oder entfernt.</translation>
    </message>
    <message>
        <source>Choose another image, update the OS database, or set a mirror in the preferences.</source>
        <translation>Wählen Sie ein anderes Abbild, aktualisieren Sie die OS-Datenbank oder tragen Sie in den Einstellungen einen Spiegelserver ein.</translation>
    </message>
    <message>
        <source>What arrived is not what its makers published, so it was thrown away.</source>
        <translation>Was ankam, ist nicht das, was die Hersteller veröffentlicht haben; deshalb wurde es verworfen.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, the server or something on the way changes the file: use another mirror.</source>
        <translation>Versuchen Sie es noch einmal; geschieht es wieder, verändert der Server oder etwas auf dem Weg die Datei: Nehmen Sie einen anderen Spiegelserver.</translation>
    </message>
    <message>
        <source>The medium that set up %1 could not be removed.</source>
        <translation>Das Medium, das %1 eingerichtet hat, konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>%1 could not be exported.</source>
        <translation>%1 konnte nicht exportiert werden.</translation>
    </message>
    <message>
        <source>What installed %1 could not be removed, or it could not be started.</source>
        <translation>Was %1 installiert hat, konnte nicht entfernt werden, oder die Maschine konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 TiB</source>
        <translation>%1 TiB</translation>
    </message>
    <message>
        <source>%1 PiB</source>
        <translation>%1 PiB</translation>
    </message>
    <message>
        <source>%1 B/s</source>
        <translation>%1 B/s</translation>
    </message>
    <message>
        <source>%1 KiB/s</source>
        <translation>%1 KiB/s</translation>
    </message>
    <message>
        <source>%1 MiB/s</source>
        <translation>%1 MiB/s</translation>
    </message>
    <message>
        <source>%1 GiB/s</source>
        <translation>%1 GiB/s</translation>
    </message>
    <message>
        <source>%1 bit/s</source>
        <translation>%1 bit/s</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>%1 Mbit/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>%1 Gbit/s</source>
        <translation>%1 Gbit/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>hardwaretext</name>
    <message>
        <source>same as the host&apos;s</source>
        <translation>wie der des Hosts</translation>
    </message>
    <message>
        <source>like the host&apos;s</source>
        <translation>ähnlich dem des Hosts</translation>
    </message>
    <message>
        <source>all features</source>
        <translation>alle Fähigkeiten</translation>
    </message>
    <message>
        <source>hardware virtualization</source>
        <translation>Hardware-Virtualisierung</translation>
    </message>
    <message>
        <source>software emulation (slow)</source>
        <translation>Software-Emulation (langsam)</translation>
    </message>
    <message>
        <source>virtio (fast)</source>
        <translation>virtio (schnell)</translation>
    </message>
    <message>
        <source>CD drive</source>
        <translation>CD-Laufwerk</translation>
    </message>
    <message>
        <source>Floppy drive</source>
        <translation>Diskettenlaufwerk</translation>
    </message>
    <message>
        <source>Disk %1</source>
        <translation>Datenträger %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 belegt</translation>
    </message>
    <message>
        <source>user networking</source>
        <translation>Benutzer-Netzwerk</translation>
    </message>
    <message>
        <source>bridge %1</source>
        <translation>Bridge %1</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>%1 at present</source>
        <translation>zurzeit %1</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>with the host</source>
        <translation>mit dem Host</translation>
    </message>
    <message>
        <source>when told to</source>
        <translation>auf Befehl</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>Lebensdauer</translation>
    </message>
    <message>
        <source>vanishes when it stops: it has no stored definition</source>
        <translation>verschwindet beim Anhalten: ohne gespeicherte Definition</translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Reading the definition…</source>
        <translation>Die Definition wird gelesen …</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation>UEFI</translation>
    </message>
    <message>
        <source>BIOS</source>
        <translation>BIOS</translation>
    </message>
    <message>
        <source>Secure Boot on</source>
        <translation>Secure Boot an</translation>
    </message>
    <message>
        <source>Secure Boot off</source>
        <translation>Secure Boot aus</translation>
    </message>
    <message>
        <source>TPM</source>
        <translation>TPM</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>hostline</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Die Liste wird gelesen …</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%1 von %2 laufen</translation>
    </message>
    <message>
        <source>Reconnecting in %1 s</source>
        <translation>Neue Verbindung in %1 s</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Verbindung wird erneuert …</translation>
    </message>
    <message>
        <source>Connected over %1</source>
        <translation>Verbunden über %1</translation>
    </message>
    <message>
        <source>Answers in %1</source>
        <translation>Antwortet in %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>libvirt %1</source>
        <translation>libvirt %1</translation>
    </message>
    <message>
        <source>connected for %1</source>
        <translation>verbunden seit %1</translation>
    </message>
    <message>
        <source>look only</source>
        <translation>nur ansehen</translation>
    </message>
    <message>
        <source>Chosen at the first start: your own virtual machines on this computer, which need no set-up and no password.</source>
        <translation>Beim ersten Start gewählt: Ihre eigenen virtuellen Maschinen auf diesem Rechner, die keine Einrichtung und kein Passwort brauchen.</translation>
    </message>
    <message>
        <source>Chosen at the first start: the virtual machines that this whole computer shares, which this account may use.</source>
        <translation>Beim ersten Start gewählt: die virtuellen Maschinen, die der ganze Rechner teilt und die dieses Konto benutzen darf.</translation>
    </message>
</context>
<context>
    <name>jobtext</name>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Done in %1 s</source>
        <translation>Fertig in %1 s</translation>
    </message>
    <message>
        <source>the host&apos;s libvirt tests QEMU first, which takes long where /dev/kvm does not work</source>
        <translation>das libvirt des Hosts prüft zuerst QEMU, was lange dauert, wo /dev/kvm nicht geht</translation>
    </message>
</context>
<context>
    <name>losstext</name>
    <message>
        <source>Its serial port becomes a serial console of the machine.</source>
        <translation>Ihre serielle Schnittstelle wird zu einer seriellen Konsole der Maschine.</translation>
    </message>
    <message>
        <source>It has no parallel port any more.</source>
        <translation>Sie hat keine parallele Schnittstelle mehr.</translation>
    </message>
    <message>
        <source>USB devices that were passed to it are to be chosen anew.</source>
        <translation>USB-Geräte, die an sie durchgereicht wurden, sind neu auszuwählen.</translation>
    </message>
    <message>
        <source>The USB device “%1” is to be chosen anew.</source>
        <translation>Das USB-Gerät „%1“ ist neu auszuwählen.</translation>
    </message>
    <message>
        <source>PCI devices that were passed to it are to be chosen anew.</source>
        <translation>PCI-Geräte, die an sie durchgereicht wurden, sind neu auszuwählen.</translation>
    </message>
    <message>
        <source>Its remote display is replaced by the console.</source>
        <translation>Ihr Fernbildschirm wird durch die Konsole ersetzt.</translation>
    </message>
    <message>
        <source>It has no 3D acceleration until you turn it on.</source>
        <translation>Sie hat keine 3D-Beschleunigung, bis Sie sie einschalten.</translation>
    </message>
    <message>
        <source>Its sound card is replaced.</source>
        <translation>Ihre Soundkarte wird ersetzt.</translation>
    </message>
    <message>
        <source>It has no floppy drive any more.</source>
        <translation>Sie hat kein Diskettenlaufwerk mehr.</translation>
    </message>
    <message>
        <source>“%1” has no counterpart here.</source>
        <translation>„%1“ hat hier keine Entsprechung.</translation>
    </message>
    <message>
        <source>QEMU has no disk controller of the kind %1; its disks are connected to another, which present-day systems find.</source>
        <translation>QEMU hat keinen Festplatten-Controller der Art %1; die Platten werden an einen anderen angeschlossen, den heutige Systeme finden.</translation>
    </message>
    <message>
        <source>QEMU has no network card of the kind %1; it gets another.</source>
        <translation>QEMU hat keine Netzwerkkarte der Art %1; sie bekommt eine andere.</translation>
    </message>
    <message>
        <source>The host has no network “%1”; the card is connected to the network that you choose.</source>
        <translation>Der Host hat kein Netzwerk „%1“; die Karte wird mit dem Netzwerk verbunden, das Sie wählen.</translation>
    </message>
    <message>
        <source>The disk “%1” is no file that could be imported.</source>
        <translation>Die Platte „%1“ ist keine Datei, die importiert werden könnte.</translation>
    </message>
    <message>
        <source>“%1” holds only what changed after a snapshot. Remove the snapshots with the program that made them.</source>
        <translation>„%1“ enthält nur, was sich nach einem Schnappschuss geändert hat. Entfernen Sie die Schnappschüsse mit dem Programm, das sie angelegt hat.</translation>
    </message>
    <message>
        <source>Its disc drive is empty: the image is on the other computer.</source>
        <translation>Ihr optisches Laufwerk ist leer: Das Abbild liegt auf dem anderen Rechner.</translation>
    </message>
    <message>
        <source>The shared folder “%1” is not shared any more.</source>
        <translation>Der gemeinsame Ordner „%1“ wird nicht mehr geteilt.</translation>
    </message>
    <message>
        <source>Its saved state is not taken over: it starts afresh, as after a power cut.</source>
        <translation>Ihr gespeicherter Zustand wird nicht übernommen: Sie startet neu, wie nach einem Stromausfall.</translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n more machine(s); the first is imported.</source>
        <translation>
            <numerusform>Die Datei enthält %n weitere Maschine; die erste wird importiert.</numerusform>
            <numerusform>Die Datei enthält %n weitere Maschinen; die erste wird importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The setting “%1” that its maker asks for cannot be given to it.</source>
        <translation>Die Einstellung „%1“, nach der ihr Hersteller fragt, kann ihr nicht mitgegeben werden.</translation>
    </message>
    <message>
        <source>It is encrypted.</source>
        <translation>Sie ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Hyper-V&apos;s description of the hardware cannot be read: only the disks are taken over. Check firmware, processors and memory.</source>
        <translation>Die Hardwarebeschreibung von Hyper-V kann nicht gelesen werden: Nur die Platten werden übernommen. Prüfen Sie Firmware, Prozessoren und Speicher.</translation>
    </message>
    <message>
        <source>The Vagrantfile sets the machine up with scripts; they are not run.</source>
        <translation>Das Vagrantfile richtet die Maschine mit Skripten ein; sie werden nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Open Virtualization Format (OVF)</source>
        <translation>Open Virtualization Format (OVF)</translation>
    </message>
    <message>
        <source>VirtualBox machine</source>
        <translation>VirtualBox-Maschine</translation>
    </message>
    <message>
        <source>VMware machine</source>
        <translation>VMware-Maschine</translation>
    </message>
    <message>
        <source>Vagrant box</source>
        <translation>Vagrant-Box</translation>
    </message>
    <message>
        <source>quickemu machine</source>
        <translation>quickemu-Maschine</translation>
    </message>
    <message>
        <source>libvirt machine</source>
        <translation>libvirt-Maschine</translation>
    </message>
    <message>
        <source>Hyper-V machine</source>
        <translation>Hyper-V-Maschine</translation>
    </message>
    <message>
        <source>Vivarium bundle</source>
        <translation>Vivarium-Paket</translation>
    </message>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n Prozessor</numerusform>
            <numerusform>%n Prozessoren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s)</source>
        <translation>
            <numerusform>%n Platte</numerusform>
            <numerusform>%n Platten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network card(s)</source>
        <translation>
            <numerusform>%n Netzwerkkarte</numerusform>
            <numerusform>%n Netzwerkkarten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>machinecolumns</name>
    <message>
        <source>With the host</source>
        <translation>Mit dem Host</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Virtual processors</source>
        <translation>Virtuelle Prozessoren</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Läuft seit</translation>
    </message>
</context>
<context>
    <name>netinstalltext</name>
    <message>
        <source>Boot server of the network</source>
        <translation>Startserver des Netzwerks</translation>
    </message>
    <message>
        <source>Give the address of an installation tree.</source>
        <translation>Geben Sie die Adresse eines Installationsbaums an.</translation>
    </message>
    <message>
        <source>An address begins with http:// or https:// and names a server.</source>
        <translation>Eine Adresse beginnt mit http:// oder https:// und nennt einen Server.</translation>
    </message>
    <message>
        <source>The server did not answer: %1</source>
        <translation>Der Server hat nicht geantwortet: %1</translation>
    </message>
    <message>
        <source>Nothing at this address is known as an installation tree. It is the folder that holds “.treeinfo”, “dists” or “boot”, as http://deb.debian.org/debian/ does. Otherwise download kernel and initrd, and choose “Kernel and initrd”.</source>
        <translation>Unter dieser Adresse ist kein bekannter Installationsbaum. Gemeint ist der Ordner, der „.treeinfo“, „dists“ oder „boot“ enthält, wie http://deb.debian.org/debian/. Sonst laden Sie Kernel und Initrd herunter und wählen „Kernel und Initrd“.</translation>
    </message>
    <message>
        <source>This tree is for computers of another kind, %1.</source>
        <translation>Dieser Baum ist für Rechner anderer Bauart, %1.</translation>
    </message>
    <message>
        <source>Choose the kernel of an installer.</source>
        <translation>Wählen Sie den Kernel eines Installationsprogramms.</translation>
    </message>
    <message>
        <source>The kernel “%1” cannot be read.</source>
        <translation>Der Kernel „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The initrd “%1” cannot be read.</source>
        <translation>Die Initrd „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Arguments of a kernel are one line of at most %1 characters.</source>
        <translation>Argumente eines Kernels sind eine Zeile mit höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Without a network the installer can fetch nothing. Choose one under Resources.</source>
        <translation>Ohne Netzwerk kann das Installationsprogramm nichts holen. Wählen Sie eines unter Ressourcen.</translation>
    </message>
    <message>
        <source>User networking reaches no boot server of your network. Choose a bridge or a network that has one under Resources.</source>
        <translation>Benutzernetzwerk erreicht keinen Startserver Ihres Netzwerks. Wählen Sie unter Ressourcen eine Brücke oder ein Netzwerk, das einen hat.</translation>
    </message>
</context>
<context>
    <name>networktext</name>
    <message>
        <source>There is no folder “%1”.</source>
        <translation>Es gibt keinen Ordner „%1“.</translation>
    </message>
    <message>
        <source>The folder is looked for on the host when the machine starts; from here it cannot be seen whether it is there.</source>
        <translation>Der Ordner wird beim Start der Maschine auf dem Host gesucht; von hier aus ist nicht zu sehen, ob es ihn gibt.</translation>
    </message>
    <message>
        <source>The folder&apos;s name in the machine takes 31 letters, digits, hyphens and underscores at most.</source>
        <translation>Der Name des Ordners in der Maschine fasst höchstens 31 Buchstaben, Ziffern, Binde- und Unterstriche.</translation>
    </message>
    <message>
        <source>The host&apos;s QEMU runs under an account of its own, which may not enter the folder “%1”. Choose a folder that is open to all, or permit entering with “chmod o+x”.</source>
        <translation>QEMU läuft auf dem Host unter einem eigenen Konto, das den Ordner „%1“ nicht betreten darf. Wählen Sie einen Ordner, der allen offensteht, oder erlauben Sie das Betreten mit „chmod o+x“.</translation>
    </message>
    <message>
        <source>This host cannot share folders with machines: its hypervisor offers neither virtiofs nor 9p.</source>
        <translation>Dieser Host kann keine Ordner mit Maschinen teilen: Sein Hypervisor bietet weder virtiofs noch 9p.</translation>
    </message>
    <message>
        <source>It is shared by 9p, which is slower: virtiofs takes libvirt 10 where machines run under your own account. Kernels of cloud images often have no driver for 9p.</source>
        <translation>Er wird über 9p geteilt, was langsamer ist: Wo Maschinen unter Ihrem eigenen Konto laufen, braucht virtiofs libvirt 10. Kernel von Cloud-Abbildern haben oft keinen Treiber für 9p.</translation>
    </message>
    <message>
        <source>It is shared by 9p, which is slower: the host has no virtiofsd. Install it there to have virtiofs.</source>
        <translation>Er wird über 9p geteilt, was langsamer ist: Dem Host fehlt virtiofsd. Installieren Sie es dort, um virtiofs zu haben.</translation>
    </message>
    <message>
        <source>Windows sees the folder once WinFsp and the driver for virtiofs are installed in it.</source>
        <translation>Windows sieht den Ordner, sobald WinFsp und der Treiber für virtiofs darin installiert sind.</translation>
    </message>
    <message>
        <source>Windows has no driver for 9p, and will not see the folder.</source>
        <translation>Windows hat keinen Treiber für 9p und wird den Ordner nicht sehen.</translation>
    </message>
    <message>
        <source>Give both ports in row %1, or remove it.</source>
        <translation>Geben Sie in Zeile %1 beide Ports an, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>Another program on the host waits at port %1 already. Choose another port of the host.</source>
        <translation>Auf dem Host wartet schon ein anderes Programm an Port %1. Wählen Sie einen anderen Port des Hosts.</translation>
    </message>
    <message>
        <source>Port %1 of the host is kept for programs with more rights than a machine has. Choose a higher one.</source>
        <translation>Port %1 des Hosts ist Programmen mit mehr Rechten vorbehalten, als eine Maschine hat. Wählen Sie einen höheren.</translation>
    </message>
    <message>
        <source>Port %1 of the host can lead to one port of the machine only.</source>
        <translation>Port %1 des Hosts kann nur zu einem Port der Maschine führen.</translation>
    </message>
    <message>
        <source>The host&apos;s libvirt is too old to forward ports. Remove them, or update it to 8.2 at least.</source>
        <translation>libvirt auf dem Host ist zu alt, um Ports weiterzuleiten. Entfernen Sie sie, oder bringen Sie es mindestens auf Version 8.2.</translation>
    </message>
    <message>
        <source>QEMU forwards the ports itself. With passt installed on the host it would be faster.</source>
        <translation>QEMU leitet die Ports selbst weiter. Wäre auf dem Host passt installiert, ginge es schneller.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>A port of the host, and the machine&apos;s port that it leads to</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 (UDP)</source>
        <translation>%1 (UDP)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>A folder of the host that the machine reads and writes.</source>
        <translation>Ein Ordner des Hosts, in dem die Maschine liest und schreibt.</translation>
    </message>
    <message>
        <source>The machine mounts it at /mnt/%1 by itself.</source>
        <translation>Die Maschine hängt ihn von selbst unter /mnt/%1 ein.</translation>
    </message>
    <message>
        <source>Mount it in the machine with: %1</source>
        <extracomment>%1 is a command</extracomment>
        <translation>In der Maschine wird er eingehängt mit: %1</translation>
    </message>
    <message>
        <source>As long as it has the folder, most hosts can neither save the running machine nor move it to another host.</source>
        <translation>Solange sie den Ordner hat, können die meisten Hosts die laufende Maschine weder speichern noch auf einen anderen Host verschieben.</translation>
    </message>
</context>
<context>
    <name>recipetext</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, same as the host&apos;s</source>
        <translation>%1, wie der des Hosts</translation>
    </message>
    <message>
        <source>%1, host model</source>
        <translation>%1, Modell des Hosts</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Noch nicht gewählt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>%1, grows as used</source>
        <translation>%1, wächst mit dem Inhalt</translation>
    </message>
    <message>
        <source>%1, grows as used (%2)</source>
        <extracomment>%1 is a size, %2 the kind of disk such as virtio or sata</extracomment>
        <translation>%1, wächst mit dem Inhalt (%2)</translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation>UEFI</translation>
    </message>
    <message>
        <source>BIOS</source>
        <translation>BIOS</translation>
    </message>
    <message>
        <source>Secure Boot</source>
        <translation>Secure Boot</translation>
    </message>
    <message>
        <source>TPM 2.0</source>
        <translation>TPM 2.0</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Give the machine a name.</source>
        <translation>Geben Sie der Maschine einen Namen.</translation>
    </message>
    <message>
        <source>The host has a machine named “%1” already.</source>
        <translation>Der Host hat schon eine Maschine namens „%1“.</translation>
    </message>
    <message>
        <source>The name is too long for the files that bear it; shorten it.</source>
        <translation>Der Name ist zu lang für die Dateien, die ihn tragen; kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>A name cannot hold a slash (/), because files are named after it.</source>
        <translation>Ein Name darf keinen Schrägstrich (/) enthalten, weil Dateien danach benannt werden.</translation>
    </message>
    <message>
        <source>The name holds a character that cannot be shown, such as a line break.</source>
        <translation>Der Name enthält ein Zeichen, das nicht gezeigt werden kann, etwa einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The name begins or ends with a blank.</source>
        <translation>Der Name beginnt oder endet mit einem Leerzeichen.</translation>
    </message>
    <message>
        <source>Choose a file, or drop one anywhere in this window.</source>
        <translation>Wählen Sie eine Datei, oder ziehen Sie eine irgendwo in dieses Fenster.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Es gibt keine Datei „%1“.</translation>
    </message>
    <message>
        <source>The file cannot be read, or it is no image.</source>
        <translation>Die Datei ist nicht lesbar, oder sie ist kein Abbild.</translation>
    </message>
    <message>
        <source>“%1” cannot be read, or it is no image.</source>
        <translation>„%1“ ist nicht lesbar oder kein Abbild.</translation>
    </message>
    <message>
        <source>Nothing on this image can be booted. The machine may find nothing to start.</source>
        <translation>Von diesem Abbild lässt sich nichts starten. Die Maschine findet dann vielleicht nichts zum Starten.</translation>
    </message>
    <message>
        <source>The file is on this computer, and the host has no storage pool to copy it to.</source>
        <translation>Die Datei liegt auf diesem Rechner, und der Host hat keinen Speicherpool, in den sie kopiert werden könnte.</translation>
    </message>
    <message>
        <source>The file is on this computer; it is copied to the host&apos;s pool “%1” first.</source>
        <translation>Die Datei liegt auf diesem Rechner; sie wird zuerst in den Pool „%1“ des Hosts kopiert.</translation>
    </message>
    <message>
        <source>That is less memory than the system needs.</source>
        <translation>Das ist weniger Arbeitsspeicher, als das System braucht.</translation>
    </message>
    <message>
        <source>The system needs %1 of memory at least.</source>
        <translation>Das System braucht mindestens %1 Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The host has less memory than that.</source>
        <translation>Der Host hat weniger Arbeitsspeicher als das.</translation>
    </message>
    <message>
        <source>The host has only %1 of memory.</source>
        <translation>Der Host hat nur %1 Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The host has fewer processors; the machine will be slower for it.</source>
        <translation>Der Host hat weniger Prozessoren; die Maschine wird dadurch langsamer.</translation>
    </message>
    <message>
        <source>The host has only %1 processors; with more the machine gets slower, not faster.</source>
        <translation>Der Host hat nur %1 Prozessoren; mit mehr wird die Maschine langsamer, nicht schneller.</translation>
    </message>
    <message>
        <source>The hypervisor does not give a machine so many processors.</source>
        <translation>So viele Prozessoren gibt der Hypervisor einer Maschine nicht.</translation>
    </message>
    <message>
        <source>The hypervisor gives a machine %1 processors at most.</source>
        <translation>Der Hypervisor gibt einer Maschine höchstens %1 Prozessoren.</translation>
    </message>
    <message>
        <source>The host has no storage pool for the disk. Create one there, or go without a disk.</source>
        <translation>Der Host hat keinen Speicherpool für den Datenträger. Legen Sie dort einen an, oder verzichten Sie auf einen Datenträger.</translation>
    </message>
    <message>
        <source>The storage pool is not running.</source>
        <translation>Der Speicherpool läuft nicht.</translation>
    </message>
    <message>
        <source>The storage pool “%1” is not running.</source>
        <translation>Der Speicherpool „%1“ läuft nicht.</translation>
    </message>
    <message>
        <source>The disk may grow larger than the free space there is.</source>
        <translation>Der Datenträger kann größer werden als der freie Platz.</translation>
    </message>
    <message>
        <source>The disk may grow larger than the %1 that are free.</source>
        <translation>Der Datenträger kann größer werden als die %1, die frei sind.</translation>
    </message>
    <message>
        <source>The system recommends a larger disk.</source>
        <translation>Das System empfiehlt einen größeren Datenträger.</translation>
    </message>
    <message>
        <source>The system recommends a disk of %1.</source>
        <translation>Das System empfiehlt einen Datenträger mit %1.</translation>
    </message>
    <message>
        <source>The network is not running; it must be started before the machine.</source>
        <translation>Das Netzwerk läuft nicht; es muss vor der Maschine gestartet werden.</translation>
    </message>
    <message>
        <source>The network “%1” is not running; it must be started before the machine.</source>
        <translation>Das Netzwerk „%1“ läuft nicht; es muss vor der Maschine gestartet werden.</translation>
    </message>
    <message>
        <source>The machine will have no network.</source>
        <translation>Die Maschine wird kein Netzwerk haben.</translation>
    </message>
    <message>
        <source>The system wants a TPM, and the host cannot give one. Its installer may refuse; install swtpm on the host.</source>
        <translation>Das System möchte ein TPM, und der Host kann keines geben. Vielleicht weigert sich sein Installationsprogramm; installieren Sie swtpm auf dem Host.</translation>
    </message>
    <message>
        <source>The system wants Secure Boot, and the host has no firmware for it. Install ovmf on the host.</source>
        <translation>Das System möchte Secure Boot, und der Host hat keine Firmware dafür. Installieren Sie ovmf auf dem Host.</translation>
    </message>
    <message>
        <source>The system wants UEFI, and the host has no such firmware. Install ovmf on the host.</source>
        <translation>Das System möchte UEFI, und der Host hat keine solche Firmware. Installieren Sie ovmf auf dem Host.</translation>
    </message>
    <message>
        <source>The host offers neither VNC nor SPICE displays, so the machine&apos;s screen cannot be shown here.</source>
        <translation>Der Host bietet weder VNC- noch SPICE-Anzeigen; deshalb kann der Bildschirm der Maschine hier nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>This host cannot create machines: it may only be looked at, or its hypervisor does not permit it.</source>
        <translation>Dieser Host kann keine Maschinen anlegen: Er darf nur angesehen werden, oder sein Hypervisor erlaubt es nicht.</translation>
    </message>
    <message>
        <source>User mode</source>
        <translation>Benutzer-Netzwerk</translation>
    </message>
    <message>
        <source>Bridge (%1)</source>
        <translation>Bridge (%1)</translation>
    </message>
    <message>
        <source>Isolated (%1)</source>
        <translation>Abgeschlossen (%1)</translation>
    </message>
    <message>
        <source>NAT (%1)</source>
        <translation>NAT (%1)</translation>
    </message>
    <message>
        <source>Routed (%1)</source>
        <translation>Geroutet (%1)</translation>
    </message>
    <message>
        <source>Bridged (%1)</source>
        <translation>Über Bridge (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The machine has no network card and reaches nothing.</source>
        <translation>Die Maschine hat keine Netzwerkkarte und erreicht nichts.</translation>
    </message>
    <message>
        <source>The machine is on the host&apos;s own network, like a computer beside it.</source>
        <translation>Die Maschine ist im Netz des Hosts, wie ein Rechner daneben.</translation>
    </message>
    <message>
        <source>The machine reaches the host and machines on the same network, and nothing beyond.</source>
        <translation>Die Maschine erreicht den Host und Maschinen im selben Netz, und nichts darüber hinaus.</translation>
    </message>
    <message>
        <source>The machine reaches the internet through the host; from outside, only the host reaches it.</source>
        <translation>Die Maschine erreicht das Internet über den Host; von außen erreicht sie nur der Host.</translation>
    </message>
    <message>
        <source>The host passes the machine&apos;s packets on; other computers need a route to it.</source>
        <translation>Der Host gibt die Pakete der Maschine weiter; andere Rechner brauchen eine Route zu ihr.</translation>
    </message>
    <message>
        <source>Hardware (KVM)</source>
        <translation>Hardware (KVM)</translation>
    </message>
    <message>
        <source>Software emulation</source>
        <translation>Software-Emulation</translation>
    </message>
    <message>
        <source>None (demonstration)</source>
        <translation>Keine (Vorführung)</translation>
    </message>
    <message>
        <source>%1: not running</source>
        <translation>%1: läuft nicht</translation>
    </message>
    <message>
        <source>%1: %2 free</source>
        <translation>%1: %2 frei</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A system and its edition: &quot;Fedora 37 Workstation&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Recognising…</source>
        <translation>Wird erkannt …</translation>
    </message>
    <message>
        <source>System not recognised</source>
        <translation>System nicht erkannt</translation>
    </message>
    <message>
        <source>Any system</source>
        <translation>Irgendein System</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>No host is connected.</source>
        <translation>Es ist kein Host verbunden.</translation>
    </message>
    <message>
        <source>Asking the host what it offers…</source>
        <translation>Der Host wird gefragt, was er bietet …</translation>
    </message>
    <message>
        <source>The host did not say what it offers.</source>
        <translation>Der Host hat nicht gesagt, was er bietet.</translation>
    </message>
    <message>
        <source>%1 free where the disk will be.</source>
        <translation>%1 frei, wo der Datenträger liegen wird.</translation>
    </message>
    <message>
        <source>A name of one or two dots alone stands for a folder.</source>
        <translation>Ein Name aus nur einem oder zwei Punkten steht für einen Ordner.</translation>
    </message>
    <message>
        <source>The processor is emulated in software, as chosen; that is slow.</source>
        <translation>Der Prozessor wird wie gewählt in Software nachgebildet; das ist langsam.</translation>
    </message>
    <message>
        <source>The processor is emulated in software, which is slow: the host offers no hardware acceleration for it.</source>
        <translation>Der Prozessor wird in Software nachgebildet, und das ist langsam: Der Host bietet dafür keine Hardware-Beschleunigung.</translation>
    </message>
    <message>
        <source>The processor is emulated in software, which is slow: the host announces hardware acceleration, but it does not work there.</source>
        <translation>Der Prozessor wird durch Software nachgebildet, und das ist langsam: Der Host meldet Hardwarebeschleunigung, aber sie funktioniert dort nicht.</translation>
    </message>
    <message>
        <source>The processor is emulated in software, which is slow: hardware acceleration is announced, but a test guest of a few instructions did not run with it.</source>
        <translation>Der Prozessor wird in Software nachgebildet, was langsam ist: Hardware-Beschleunigung wird angekündigt, aber ein Testgast aus wenigen Befehlen lief nicht damit.</translation>
    </message>
    <message>
        <source>Hardware acceleration was seen not to work on this host: the machine may start and then show nothing.</source>
        <translation>Hardware-Beschleunigung geht auf diesem Host erwiesenermaßen nicht: Die Maschine startet womöglich und zeigt dann nichts.</translation>
    </message>
    <message>
        <source>This account may not read “%1”.</source>
        <translation>Dieses Konto darf „%1“ nicht lesen.</translation>
    </message>
    <message>
        <source>The host&apos;s QEMU runs under an account of its own, which may not enter the folder “%1”. Move the file to a folder that is open to all, such as /var/lib/libvirt/images, or permit entering with “chmod o+x”.</source>
        <translation>Das QEMU des Hosts läuft unter einem eigenen Konto, das den Ordner „%1“ nicht betreten darf. Verschieben Sie die Datei in einen Ordner, der allen offensteht, etwa /var/lib/libvirt/images, oder erlauben Sie das Betreten mit „chmod o+x“.</translation>
    </message>
    <message>
        <source>“%1” may be read and not written. A machine&apos;s disk must be writable.</source>
        <translation>„%1“ lässt sich lesen, aber nicht schreiben. Die Platte einer Maschine muss beschreibbar sein.</translation>
    </message>
    <message>
        <source>“%1” is a disc image, not a disk. Choose “Installer image” for it.</source>
        <translation>„%1“ ist ein Abbild einer Disc, kein Datenträger. Wählen Sie dafür „Installationsabbild“.</translation>
    </message>
    <message>
        <source>“%1” is compressed, so it cannot be used where it is. Choose to convert or to copy it.</source>
        <translation>„%1“ ist komprimiert und kann daher nicht dort verwendet werden, wo es liegt. Lassen Sie es umwandeln oder kopieren.</translation>
    </message>
    <message>
        <source>Disks of the format %1 work where they are, but slowly and without snapshots. Better convert it.</source>
        <translation>Datenträger im Format %1 funktionieren dort, wo sie liegen, aber langsam und ohne Sicherungspunkte. Besser umwandeln lassen.</translation>
    </message>
    <message>
        <source>The image holds only changes: it also reads %1.</source>
        <translation>Das Abbild enthält nur Änderungen: Es liest auch %1.</translation>
    </message>
    <message>
        <source>“%1” names other files in a way that is not safe, or they are missing. Flatten it with the program that made it.</source>
        <translation>„%1“ nennt andere Dateien auf unsichere Weise, oder diese fehlen. Fassen Sie es mit dem Programm, das es erstellt hat, zu einer Datei zusammen.</translation>
    </message>
    <message>
        <source>Choose a system from the list.</source>
        <translation>Wählen Sie ein System aus der Liste.</translation>
    </message>
    <message>
        <source>The image is larger than that; the disk is made as large as the image, %1.</source>
        <translation>Das Abbild ist größer; der Datenträger wird so groß wie das Abbild, %1.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Rechnername</translation>
    </message>
    <message>
        <source>Paste a definition, or open a file that holds one.</source>
        <translation>Fügen Sie eine Definition ein, oder öffnen Sie eine Datei, die eine enthält.</translation>
    </message>
    <message>
        <source>The definition cannot be read: %1</source>
        <translation>Die Definition kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>libvirt&apos;s schema on this computer does not know the definition so. The host may refuse it, or leave out what it does not know.</source>
        <translation>Das Schema von libvirt auf diesem Rechner kennt die Definition so nicht. Der Host kann sie ablehnen oder weglassen, was er nicht kennt.</translation>
    </message>
    <message>
        <source>From the appliance</source>
        <translation>Aus der Appliance</translation>
    </message>
    <message>
        <source>“%1” cannot be imported: it is damaged, not safe, or no appliance. The reason stands above.</source>
        <translation>„%1“ kann nicht importiert werden: Die Datei ist beschädigt, nicht sicher oder keine Appliance. Der Grund steht oben.</translation>
    </message>
    <message>
        <source>“%1” cannot be imported: it is of a kind that is not supported. The reason stands above.</source>
        <translation>„%1“ kann nicht importiert werden: Die Datei ist von einer Art, die nicht unterstützt wird. Der Grund steht oben.</translation>
    </message>
    <message>
        <source>The appliance needs the file “%1”, which is not there.</source>
        <translation>Die Appliance braucht die Datei „%1“, die nicht da ist.</translation>
    </message>
    <message>
        <source>An installer that asks nothing needs a disk to install to.</source>
        <translation>Ein Installationsprogramm, das nichts fragt, braucht einen Datenträger, auf den es installiert.</translation>
    </message>
    <message>
        <source>Most installers fetch what they install. Without a network this one may stop and ask.</source>
        <translation>Die meisten Installationsprogramme laden herunter, was sie installieren. Ohne Netzwerk bleibt dieses vielleicht stehen und fragt.</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Without questions</source>
        <translation>Ohne Fragen</translation>
    </message>
    <message>
        <source>Directly on the card %1 (macvtap)</source>
        <translation>Direkt an der Karte %1 (macvtap)</translation>
    </message>
    <message>
        <source>The machine reaches the internet through the host. Only ports that are forwarded lead to it. Needs no permission.</source>
        <translation>Die Maschine erreicht das Internet über den Host. Nur weitergeleitete Ports führen zu ihr. Braucht keine Rechte.</translation>
    </message>
    <message>
        <source>The machine is on the network of this card, like a computer beside the host. The host itself does not reach it that way.</source>
        <translation>Die Maschine ist im Netz dieser Karte, wie ein Computer neben dem Host. Der Host selbst erreicht sie auf diesem Weg nicht.</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>Geteilter Ordner</translation>
    </message>
    <message>
        <source>There is no disc in the drive %1.</source>
        <translation>Im Laufwerk %1 liegt kein Medium.</translation>
    </message>
    <message>
        <source>This host runs no containers. Add one that does, such as lxc:///system.</source>
        <translation>Dieser Host führt keine Container aus. Fügen Sie einen hinzu, der das kann, etwa lxc:///system.</translation>
    </message>
    <message>
        <source>Name the program by its whole path in the container, such as /bin/sh.</source>
        <translation>Geben Sie das Programm mit seinem ganzen Pfad im Container an, etwa /bin/sh.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the container&apos;s system.</source>
        <translation>Wählen Sie den Ordner, der das System des Containers enthält.</translation>
    </message>
    <message>
        <source>There is no folder “%1”.</source>
        <translation>Es gibt keinen Ordner „%1“.</translation>
    </message>
    <message>
        <source>The program reads and writes the files of the host, with the rights of its administrator.</source>
        <translation>Das Programm liest und schreibt die Dateien des Hosts, mit den Rechten seines Verwalters.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>This host runs containers only. Choose “Container” as what to run.</source>
        <translation>Dieser Host führt nur Container aus. Wählen Sie „Container“.</translation>
    </message>
    <message>
        <source>The installer begins at once: the machine is started now.</source>
        <translation>Das Installationsprogramm beginnt sofort: Die Maschine wird jetzt gestartet.</translation>
    </message>
    <message>
        <source>The disk is the machine “%1”&apos;s already. Two machines that write to one disk destroy what is on it: copy it, or never run both.</source>
        <translation>Der Datenträger gehört schon zur Maschine „%1“. Zwei Maschinen, die auf einen Datenträger schreiben, zerstören, was darauf ist: Kopieren Sie ihn, oder lassen Sie nie beide laufen.</translation>
    </message>
    <message>
        <source>Your default pool “%1” does not run on this host, so another one was taken.</source>
        <translation>Ihr Standard-Pool „%1“ läuft auf diesem Host nicht; deshalb wurde ein anderer genommen.</translation>
    </message>
    <message>
        <source>Your default network “%1” does not run on this host, so another one was taken.</source>
        <translation>Ihr Standard-Netzwerk „%1“ läuft auf diesem Host nicht; deshalb wurde ein anderes genommen.</translation>
    </message>
    <message>
        <source>Your default acceleration is not offered by this host, so the best one there was taken.</source>
        <translation>Ihre Standard-Beschleunigung bietet dieser Host nicht an; deshalb wurde die beste genommen, die es dort gibt.</translation>
    </message>
    <message>
        <source>Your default firmware, %1, does not go with this system or host, so another one was taken.</source>
        <translation>Ihre Standard-Firmware, %1, passt nicht zu diesem System oder Host; deshalb wurde eine andere genommen.</translation>
    </message>
    <message>
        <source>Your default display, %1, is not offered by this host, so another one was taken.</source>
        <translation>Ihre Standard-Anzeige, %1, bietet dieser Host nicht an; deshalb wurde eine andere genommen.</translation>
    </message>
    <message>
        <source>Your default, a network of user mode, is not offered by this host, so another one was taken.</source>
        <translation>Ihren Standard, ein Netzwerk im Benutzermodus, bietet dieser Host nicht an; deshalb wurde ein anderes genommen.</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <extracomment>%1 and %2 are the names of the first and the last of several machines</extracomment>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>A disk that is used where it is belongs to one machine.</source>
        <translation>Ein Datenträger, der dort verwendet wird, wo er liegt, gehört zu einer Maschine.</translation>
    </message>
    <message>
        <source>A definition describes one machine.</source>
        <translation>Eine Definition beschreibt eine Maschine.</translation>
    </message>
    <message>
        <source>An appliance is one machine.</source>
        <translation>Eine Appliance ist eine Maschine.</translation>
    </message>
    <message>
        <source>The folder belongs to one container.</source>
        <translation>Der Ordner gehört zu einem Container.</translation>
    </message>
    <message>
        <source>A fixed address belongs to one machine.</source>
        <translation>Eine feste Adresse gehört zu einer Maschine.</translation>
    </message>
    <message>
        <source>A forwarded port leads to one machine.</source>
        <translation>Ein weitergeleiteter Port führt zu einer Maschine.</translation>
    </message>
    <message>
        <source>The host has no storage pool yet; the first machine brings one.</source>
        <translation>Der Host hat noch keinen Speicherpool; die erste Maschine bringt einen mit.</translation>
    </message>
    <message>
        <source>An installer of a tree is fetched anew for each machine: create them one after another.</source>
        <translation>Der Installer eines Baums wird für jede Maschine neu geholt: Legen Sie sie nacheinander an.</translation>
    </message>
</context>
<context>
    <name>savePicture</name>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation>Das Bild konnte nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>securitywords</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a protocol such as TLS 1.3, %2 a cipher</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 over ssh</source>
        <translation>%1 über ssh</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <extracomment>%1 is VNC or SPICE, %2 TLS or SASL</extracomment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1, local</source>
        <translation>%1, lokal</translation>
    </message>
    <message>
        <source>%1, partly encrypted</source>
        <translation>%1, teilweise verschlüsselt</translation>
    </message>
    <message>
        <source>%1, not encrypted</source>
        <translation>%1, unverschlüsselt</translation>
    </message>
    <message>
        <source>by ssh, up to the host</source>
        <translation>durch ssh, bis zum Host</translation>
    </message>
    <message>
        <source>none is needed: it does not leave this computer</source>
        <translation>nicht nötig: Die Verbindung bleibt auf diesem Rechner</translation>
    </message>
    <message>
        <source>TLS for some of its connections; whoever is on the way can read the others and change them</source>
        <translation>TLS für einen Teil der Verbindungen; wer auf dem Weg sitzt, kann die übrigen mitlesen und verändern</translation>
    </message>
    <message>
        <source>none: whoever is on the way can read it and change it</source>
        <translation>keine: Wer auf dem Weg sitzt, kann mitlesen und verändern</translation>
    </message>
</context>
<context>
    <name>statetext</name>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Wird wiederhergestellt …</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>Shutting down…</source>
        <translation>Fährt herunter …</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird ausgeschaltet …</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gesichert …</translation>
    </message>
    <message>
        <source>Migrating…</source>
        <translation>Zieht um …</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden …</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Waiting to reconnect</source>
        <translation>Wartet auf neue Verbindung</translation>
    </message>
    <message>
        <source>Could not connect</source>
        <translation>Verbindung gescheitert</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Force off</source>
        <translation>Hart ausschalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard saved state</source>
        <translation>Gesicherten Zustand verwerfen</translation>
    </message>
    <message>
        <source>Start with the host</source>
        <translation>Mit dem Host starten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Open console</source>
        <translation>Konsole öffnen</translation>
    </message>
    <message>
        <source>The machine is off, so there is no screen to show.</source>
        <translation>Die Maschine ist aus, also gibt es keinen Bildschirm zu zeigen.</translation>
    </message>
    <message>
        <source>The machine is not running.</source>
        <translation>Die Maschine läuft nicht.</translation>
    </message>
    <message>
        <source>The machine is running already.</source>
        <translation>Die Maschine läuft schon.</translation>
    </message>
    <message>
        <source>The machine is not paused.</source>
        <translation>Die Maschine ist nicht angehalten.</translation>
    </message>
    <message>
        <source>The machine is paused already.</source>
        <translation>Die Maschine ist schon angehalten.</translation>
    </message>
    <message>
        <source>The guest has put itself to sleep; wake it first.</source>
        <translation>Der Gast hat sich schlafen gelegt; wecken Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>The machine has no saved state.</source>
        <translation>Die Maschine hat keinen gesicherten Zustand.</translation>
    </message>
    <message>
        <source>The machine has to be off for this.</source>
        <translation>Dafür muss die Maschine aus sein.</translation>
    </message>
    <message>
        <source>Another operation on the machine is under way.</source>
        <translation>Ein anderer Vorgang mit der Maschine ist im Gange.</translation>
    </message>
    <message>
        <source>The machine has no stored definition; it vanishes when it stops.</source>
        <translation>Die Maschine hat keine gespeicherte Definition; sie verschwindet beim Anhalten.</translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation>Der Host ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The connection to the host may only look, not change.</source>
        <translation>Die Verbindung zum Host darf nur ansehen, nicht ändern.</translation>
    </message>
    <message>
        <source>This hypervisor cannot do it.</source>
        <translation>Dieser Hypervisor kann es nicht.</translation>
    </message>
    <message>
        <source>The machine has no display.</source>
        <translation>Die Maschine hat keine Anzeige.</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>%1 wird gestartet</translation>
    </message>
    <message>
        <source>Shutting down %1</source>
        <translation>%1 wird heruntergefahren</translation>
    </message>
    <message>
        <source>Rebooting %1</source>
        <translation>%1 wird neu gestartet</translation>
    </message>
    <message>
        <source>Resetting %1</source>
        <translation>%1 wird zurückgesetzt</translation>
    </message>
    <message>
        <source>Forcing %1 off</source>
        <translation>%1 wird hart ausgeschaltet</translation>
    </message>
    <message>
        <source>Pausing %1</source>
        <translation>%1 wird angehalten</translation>
    </message>
    <message>
        <source>Resuming %1</source>
        <translation>%1 wird fortgesetzt</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gesichert</translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation>%1 wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Discarding the saved state of %1</source>
        <translation>Der gesicherte Zustand von %1 wird verworfen</translation>
    </message>
    <message>
        <source>Changing when %1 starts</source>
        <translation>Es wird geändert, wann %1 startet</translation>
    </message>
    <message>
        <source>Renaming %1</source>
        <translation>%1 wird umbenannt</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>%1 wird entfernt</translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation>%1 wird angelegt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Checking the installation medium</source>
        <translation>Das Installationsmedium wird geprüft</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Wird hochgeladen</translation>
    </message>
    <message>
        <source>Allocating the disk</source>
        <translation>Der Datenträger wird angelegt</translation>
    </message>
    <message>
        <source>Defining the machine</source>
        <translation>Die Maschine wird definiert</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Saving the memory</source>
        <translation>Der Arbeitsspeicher wird gesichert</translation>
    </message>
    <message>
        <source>Restoring the memory</source>
        <translation>Der Arbeitsspeicher wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Cleaning up</source>
        <translation>Wird aufgeräumt</translation>
    </message>
    <message>
        <source>Hardware virtualization (KVM) is offered.</source>
        <translation>Hardware-Virtualisierung (KVM) wird geboten.</translation>
    </message>
    <message>
        <source>No hardware virtualization: machines run in slow software emulation.</source>
        <translation>Keine Hardware-Virtualisierung: Maschinen laufen in langsamer Software-Emulation.</translation>
    </message>
    <message>
        <source>Hardware virtualization is there, but this account may not use /dev/kvm. Join the group with “sudo usermod -aG kvm $USER”, then log in again.</source>
        <translation>Hardware-Virtualisierung ist da, aber dieses Konto darf /dev/kvm nicht benutzen. Treten Sie mit „sudo usermod -aG kvm $USER“ der Gruppe bei und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Hardware virtualization is announced on this host, but does not work: /dev/kvm opens and then fails. So the host&apos;s libvirt tests QEMU again before every new machine and every change, which took %1 s here. Machines run in software emulation. It helps to switch virtualization on in the firmware (or nested virtualization, if the host is a virtual machine itself), or to remove /dev/kvm and restart libvirt.</source>
        <translation>Hardware-Virtualisierung ist auf diesem Host angekündigt, geht aber nicht: /dev/kvm lässt sich öffnen und versagt dann. Deshalb prüft das libvirt des Hosts QEMU vor jeder neuen Maschine und jeder Änderung aufs Neue, was hier %1 s gedauert hat. Maschinen laufen in Software-Emulation. Es hilft, die Virtualisierung in der Firmware einzuschalten (oder die verschachtelte Virtualisierung, falls der Host selbst eine virtuelle Maschine ist) oder /dev/kvm zu entfernen und libvirt neu zu starten.</translation>
    </message>
    <message>
        <source>The host answers slowly, in %1 ms; its load is asked less often.</source>
        <translation>Der Host antwortet langsam, in %1 ms; seine Last wird seltener abgefragt.</translation>
    </message>
    <message>
        <source>Demonstration host</source>
        <translation>Vorführungs-Host</translation>
    </message>
    <message>
        <source>Demonstration host (%1)</source>
        <translation>Vorführungs-Host (%1)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>This computer (system)</source>
        <translation>Dieser Rechner (System)</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>Dieser Rechner (%1)</translation>
    </message>
    <message>
        <source>Hardware virtualization (KVM) works: a test guest ran.</source>
        <translation>Hardware-Virtualisierung (KVM) geht: Ein Testgast lief.</translation>
    </message>
    <message>
        <source>Hardware virtualization is announced on this host, but does not work: a test guest broke off at an instruction that every system uses. New machines run in software emulation. It helps to switch virtualization on in the firmware, or nested virtualization if the host is a virtual machine itself.</source>
        <translation>Hardware-Virtualisierung wird auf diesem Host angekündigt, geht aber nicht: Ein Testgast brach bei einem Befehl ab, den jedes System benutzt. Neue Maschinen laufen in Software-Emulation. Es hilft, die Virtualisierung in der Firmware einzuschalten, oder verschachtelte Virtualisierung, wenn der Host selbst eine virtuelle Maschine ist.</translation>
    </message>
    <message>
        <source>Hardware virtualization is announced on this host, but does not work: a test guest of a few instructions did not get to its end. New machines run in software emulation. It helps to switch virtualization on in the firmware, or nested virtualization if the host is a virtual machine itself.</source>
        <translation>Hardware-Virtualisierung wird auf diesem Host angekündigt, geht aber nicht: Ein Testgast aus wenigen Befehlen kam nicht zu seinem Ende. Neue Maschinen laufen in Software-Emulation. Es hilft, die Virtualisierung in der Firmware einzuschalten, oder verschachtelte Virtualisierung, wenn der Host selbst eine virtuelle Maschine ist.</translation>
    </message>
    <message>
        <source>The host&apos;s libvirt took %1 s to take in a machine. It tests QEMU again before every new machine and every change; it does so where /dev/kvm opens and then does not work. Removing /dev/kvm and restarting libvirt ends that; machines run in software emulation either way.</source>
        <translation>Das libvirt des Hosts brauchte %1 s, um eine Maschine aufzunehmen. Es prüft QEMU vor jeder neuen Maschine und jeder Änderung erneut; das tut es, wo sich /dev/kvm öffnen lässt und dann nicht geht. Wird /dev/kvm entfernt und libvirt neu gestartet, hört das auf; Maschinen laufen so oder so in Software-Emulation.</translation>
    </message>
    <message>
        <source>Adding a display to %1</source>
        <translation>%1 bekommt einen Bildschirm</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Wird entpackt</translation>
    </message>
    <message>
        <source>Copying the disk</source>
        <translation>Datenträger wird kopiert</translation>
    </message>
    <message>
        <source>Updating the OS database</source>
        <translation>OS-Datenbank wird aktualisiert</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Comparing with the manifest</source>
        <translation>Vergleich mit der Inhaltsliste</translation>
    </message>
    <message>
        <source>Removing the set-up medium of %1</source>
        <translation>Das Einrichtungsmedium von %1 wird entfernt</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Fetching from the host</source>
        <translation>Vom Host holen</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Datei schreiben</translation>
    </message>
    <message>
        <source>Finishing the installation of %1</source>
        <translation>Die Installation von %1 wird abgeschlossen</translation>
    </message>
</context>
<context>
    <name>targetwords</name>
    <message>
        <source>It is not an address of a display.</source>
        <translation>Das ist keine Adresse eines Bildschirms.</translation>
    </message>
    <message>
        <source>Addresses that begin with “%1” are not for displays that can be shown here.</source>
        <translation>Adressen, die mit „%1“ beginnen, sind nicht für Bildschirme, die hier gezeigt werden können.</translation>
    </message>
    <message>
        <source>It does not say which host the display is on.</source>
        <translation>Es steht nicht darin, auf welchem Host der Bildschirm ist.</translation>
    </message>
    <message>
        <source>It does not say at which port the display is.</source>
        <translation>Es steht nicht darin, an welchem Port der Bildschirm ist.</translation>
    </message>
    <message>
        <source>The port that it names is none: ports are numbers from 1 to 65535.</source>
        <translation>Der genannte Port ist keiner: Ports sind Zahlen von 1 bis 65535.</translation>
    </message>
    <message>
        <source>A part of it is longer than anything of its kind.</source>
        <translation>Ein Teil davon ist länger als alles dieser Art.</translation>
    </message>
    <message>
        <source>It holds line breaks or control characters where none belong, as if somebody wanted to deceive.</source>
        <translation>Es enthält Zeilenumbrüche oder Steuerzeichen, wo keine hingehören, als wollte jemand täuschen.</translation>
    </message>
    <message>
        <source>It asks for a way through ssh, which this window does not make.</source>
        <translation>Es verlangt einen Weg durch ssh, den dieses Fenster nicht herstellt.</translation>
    </message>
    <message>
        <source>It asks for a way through a proxy of a kind that is not supported here: SPICE goes through http and https, VNC through none.</source>
        <translation>Es verlangt einen Weg über einen Proxy einer Art, die hier nicht unterstützt wird: SPICE geht durch http und https, VNC durch keinen.</translation>
    </message>
    <message>
        <source>It is a file on another computer.</source>
        <translation>Es ist eine Datei auf einem anderen Rechner.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It is not a file but a folder, a device or something else.</source>
        <translation>Es ist keine Datei, sondern ein Ordner, ein Gerät oder etwas anderes.</translation>
    </message>
    <message>
        <source>It is far larger than any connection file.</source>
        <translation>Es ist weit größer als jede Verbindungsdatei.</translation>
    </message>
    <message>
        <source>It is not a text in UTF-8.</source>
        <translation>Es ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>It is not a connection file: it has no part [virt-viewer].</source>
        <translation>Es ist keine Verbindungsdatei: Der Teil [virt-viewer] fehlt.</translation>
    </message>
    <message>
        <source>Line %1 of it makes no sense.</source>
        <translation>Zeile %1 davon ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>It does not say what kind of display it is for.</source>
        <translation>Es steht nicht darin, für welche Art von Bildschirm es ist.</translation>
    </message>
    <message>
        <source>It is for displays of the kind “%1”, which cannot be shown here.</source>
        <translation>Es ist für Bildschirme der Art „%1“, die hier nicht gezeigt werden können.</translation>
    </message>
    <message>
        <source>What it gives as a certificate is none.</source>
        <translation>Was als Zertifikat angegeben ist, ist keines.</translation>
    </message>
    <message>
        <source>Addresses look like vnc://host:5901 or spice://host?port=5930; a connection file&apos;s name ends in .vv.</source>
        <translation>Adressen sehen aus wie vnc://host:5901 oder spice://host?port=5930; der Name einer Verbindungsdatei endet auf .vv.</translation>
    </message>
    <message>
        <source>Add the host with its ssh address to the program and open the machine&apos;s console there, or make a tunnel with ssh -L and open its end on this computer.</source>
        <translation>Fügen Sie den Host mit seiner ssh-Adresse dem Programm hinzu und öffnen Sie dort die Konsole der Maschine, oder legen Sie mit ssh -L einen Tunnel an und öffnen Sie dessen Ende auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Download it first, then open it.</source>
        <translation>Laden Sie sie zuerst herunter und öffnen Sie sie dann.</translation>
    </message>
    <message>
        <source>The details give the system&apos;s reason. A file that was deleted after use has to be downloaded again.</source>
        <translation>Die Einzelheiten nennen den Grund des Systems. Eine Datei, die nach Gebrauch gelöscht wurde, muss neu heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Ask whoever made it for another one.</source>
        <translation>Bitten Sie den, von dem das stammt, um etwas Neues.</translation>
    </message>
    <message>
        <source>The web server does not let you in (%1). The token of the address may be wrong or used up.</source>
        <translation>Der Webserver lässt Sie nicht ein (%1). Das Token der Adresse ist vielleicht falsch oder verbraucht.</translation>
    </message>
    <message>
        <source>The web server has no display at that address (404).</source>
        <translation>Der Webserver hat unter dieser Adresse keinen Bildschirm (404).</translation>
    </message>
    <message>
        <source>The web server gave the answer %1 instead of a display.</source>
        <translation>Der Webserver gab statt eines Bildschirms die Antwort %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>„%1“ kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The web server was not reached.</source>
        <translation>Der Webserver wurde nicht erreicht.</translation>
    </message>
    <message>
        <source>No web server listens there.</source>
        <translation>Dort lauscht kein Webserver.</translation>
    </message>
    <message>
        <source>The web server&apos;s certificate is not trusted (%1). If you know who signed it, start with --ca-file and the signer&apos;s certificate.</source>
        <extracomment>%1 is TLS&apos;s own reason</extracomment>
        <translation>Dem Zertifikat des Webservers wird nicht vertraut (%1). Wenn Sie wissen, wer es unterschrieben hat, starten Sie mit --ca-file und dem Zertifikat des Unterzeichners.</translation>
    </message>
    <message>
        <source>The file that was given with --ca-file holds no certificate.</source>
        <translation>Die mit --ca-file angegebene Datei enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>The web server hung up without a word. The token of the address may be wrong or used up.</source>
        <translation>Der Webserver hat wortlos aufgelegt. Das Token der Adresse ist vielleicht falsch oder verbraucht.</translation>
    </message>
    <message>
        <source>What answers there is no WebSocket.</source>
        <translation>Was dort antwortet, ist kein WebSocket.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Es kam rechtzeitig keine Antwort.</translation>
    </message>
    <message>
        <source>The web server closed the connection before the display spoke.</source>
        <translation>Der Webserver hat die Verbindung geschlossen, bevor der Bildschirm sich meldete.</translation>
    </message>
    <message>
        <source>The web server closed the connection before the display spoke: %1</source>
        <extracomment>%1 is the server&apos;s own reason</extracomment>
        <translation>Der Webserver hat die Verbindung geschlossen, bevor der Bildschirm sich meldete: %1</translation>
    </message>
</context>
<context>
    <name>terminalfiles</name>
    <message>
        <source>Save text</source>
        <translation>Text speichern</translation>
    </message>
    <message>
        <source>The text could not be saved.</source>
        <translation>Der Text konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Log to a file</source>
        <translation>In eine Datei mitschreiben</translation>
    </message>
</context>
<context>
    <name>textconsolewords</name>
    <message>
        <source>Serial %1</source>
        <translation>Seriell %1</translation>
    </message>
    <message>
        <source>Console %1</source>
        <translation>Konsole %1</translation>
    </message>
    <message>
        <source>The other side ended the connection.</source>
        <translation>Die Gegenseite hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>The host says: %1.</source>
        <translation>Der Host sagt: %1.</translation>
    </message>
    <message>
        <source>The port could not be opened.</source>
        <translation>Der Anschluss konnte nicht geöffnet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s).</source>
        <extracomment>%1 is a sentence with the reason</extracomment>
        <translation>
            <numerusform>%1 Neuer Versuch in %n Sekunde.</numerusform>
            <numerusform>%1 Neuer Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to the port…</source>
        <translation>Verbinden mit dem Anschluss …</translation>
    </message>
    <message>
        <source>Another program has this console open</source>
        <translation>Ein anderes Programm hat diese Konsole offen</translation>
    </message>
    <message>
        <source>Only one can have it. Take over, and the other one is disconnected; or wait until it is closed there.</source>
        <translation>Nur eines kann sie haben. Übernehmen Sie sie, und das andere wird getrennt; oder warten Sie, bis sie dort geschlossen ist.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>The port is not connected</source>
        <translation>Der Anschluss ist nicht verbunden</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>over ssh</source>
        <translation>über ssh</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>over the network</source>
        <translation>über das Netz</translation>
    </message>
</context>
<context>
    <name>windowstext</name>
    <message>
        <source>A user name of Windows has 20 signs at most, and none of &quot; / \ [ ] : ; | = , + * ? &lt; &gt; @ %.</source>
        <translation>Ein Benutzername von Windows hat höchstens 20 Zeichen und keines von &quot; / \ [ ] : ; | = , + * ? &lt; &gt; @ %.</translation>
    </message>
    <message>
        <source>The name of a computer with Windows is made of letters, digits and hyphens, not of digits alone, and has 15 signs at most.</source>
        <translation>Der Name eines Computers mit Windows besteht aus Buchstaben, Ziffern und Bindestrichen, nicht aus Ziffern allein, und hat höchstens 15 Zeichen.</translation>
    </message>
    <message>
        <source>Give a password.</source>
        <translation>Geben Sie ein Passwort an.</translation>
    </message>
    <message>
        <source>This password would soon be guessed. Choose a better one.</source>
        <translation>Dieses Passwort wäre bald erraten. Wählen Sie ein besseres.</translation>
    </message>
    <message>
        <source>Windows Server wants three of capitals, small letters, digits and other signs in a password, and not the user&apos;s name.</source>
        <translation>Windows Server verlangt in einem Passwort drei von Großbuchstaben, Kleinbuchstaben, Ziffern und anderen Zeichen, und nicht den Namen des Benutzers.</translation>
    </message>
    <message>
        <source>A product key has five groups of five letters and digits, with hyphens between them.</source>
        <translation>Ein Produktschlüssel hat fünf Gruppen aus fünf Buchstaben und Ziffern, mit Bindestrichen dazwischen.</translation>
    </message>
    <message>
        <source>Without a disc of virtio drivers, disk and network are imitations of older hardware, which are slower. The disc is called virtio-win; choose it once you have it.</source>
        <translation>Ohne einen Datenträger mit virtio-Treibern sind Festplatte und Netzwerk Nachbildungen älterer Hardware, und die sind langsamer. Er heißt virtio-win; wählen Sie ihn, sobald Sie ihn haben.</translation>
    </message>
    <message>
        <source>“%1” has no drivers for this Windows, so that it gets slower devices.</source>
        <translation>„%1“ hat keine Treiber für dieses Windows, daher bekommt es langsamere Geräte.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>An edition and its language: &quot;Windows 11 Pro, English&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
</TS>
