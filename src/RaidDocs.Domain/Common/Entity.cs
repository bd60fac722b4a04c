namespace RaidDocs.Domain.Common;

/// <summary>Anything that is stored and known by an id of its own.</summary>
public abstract class Entity
{
    /// <summary>A UUIDv7. A form that makes a thing may bring the id, so that the same form sent twice makes one thing.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Changes on every save, so a form can tell that someone else saved first.</summary>
    public Guid Version { get; internal set; } = Guid.NewGuid();

    /// <summary>When it was first saved (UTC). Strictly increasing within one save, so it also keeps the order of entry.</summary>
    public DateTime RecordedAt { get; internal set; }
}

/// <summary>Belongs to one raid. Only the team of that raid sees it.</summary>
public interface IOfRaid
{
    Guid RaidId { get; }
}

/// <summary>Says something about one woman, recorded in one raid.</summary>
public interface IOfWoman : IOfRaid
{
    Guid WomanId { get; }
}

/// <summary>Half-typed work of one person; nothing is recorded of it until it is finished.</summary>
public interface IUnaudited;
