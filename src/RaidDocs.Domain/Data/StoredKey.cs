using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Data;

/// <summary>A Data Protection key: it lies in the encrypted store and nowhere else.</summary>
public sealed class StoredKey : Entity, IUnaudited, ISealedWords
{
    public StoredKey(string name, string xml) => (Name, Xml) = (name, xml);

    private StoredKey()
    {
        // For EF Core.
    }

    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";

    void ISealedWords.Change(Func<string, string, string> change) => Xml = change(nameof(Xml), Xml);
}

/// <summary>Something set for the whole house, such as the neutral name it shows.</summary>
public sealed class HouseSetting : Entity
{
    public HouseSetting(string key, string value) => (Key, Value) = (key, value);

    private HouseSetting()
    {
        // For EF Core.
    }

    /// <summary>The neutral name that pages carry.</summary>
    public const string Name = "name";

    /// <summary>The picture beside the title in the browser.</summary>
    public const string Icon = "icon";

    /// <summary>Where Hide leads.</summary>
    public const string LeaveTo = "leave-to";

    /// <summary>"on" where programs may read.</summary>
    public const string Programs = "programs";

    /// <summary>The salt of the family numbers, should the capsules be lost.</summary>
    public const string FamilySalt = "family-salt";

    /// <summary>Tells whether a vault belongs to a database of a server.</summary>
    public const string VaultMark = "vault-mark";

    /// <summary>The number of the opening that all programs share who have the store of a server open.</summary>
    public const string Opening = "opening";

    /// <summary>The last backup that was made and checked.</summary>
    public const string LastBackup = "last-backup";

    /// <summary>Where and when a backup is made each day, and the names of those that were.</summary>
    public const string BackupSchedule = "backup-schedule";

    public string Key { get; private set; } = "";

    public string Value { get; private set; } = "";

    public void Set(string value) => Value = value;
}
