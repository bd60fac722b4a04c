using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Staff;

/// <summary>One phone or computer that is signed in. No address is kept, and of the browser only its family.</summary>
public sealed class StaffSession : Entity, IUnaudited
{
    public StaffSession(Guid userId, string keyHash, byte[] ticket, string device, DateTime now)
    {
        UserId = userId;
        KeyHash = keyHash;
        Ticket = ticket;
        Device = device;
        StartedAt = now;
        SeenAt = now;
    }

    private StaffSession()
    {
        // For EF Core.
    }

    /// <summary>Nobody stays signed in longer.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(12);

    /// <summary>Nobody stays signed in longer without a click.</summary>
    public static TimeSpan Idle { get; } = TimeSpan.FromMinutes(30);

    public Guid UserId { get; private set; }

    /// <summary>Of what the cookie holds: who reads the table cannot become somebody.</summary>
    public string KeyHash { get; private set; } = "";

    /// <summary>Who she is and what she proved, as the sign-in wrote it.</summary>
    public byte[] Ticket { get; private set; } = [];

    /// <summary>"Firefox, Android".</summary>
    public string Device { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>UTC, to the minute.</summary>
    public DateTime SeenAt { get; private set; }
}

/// <summary>A browser that somebody signed in with before. Its mark lies in a cookie of its own.</summary>
public sealed class KnownDevice : Entity, IUnaudited
{
    public KnownDevice(Guid userId, string markHash) => (UserId, MarkHash) = (userId, markHash);

    private KnownDevice()
    {
        // For EF Core.
    }

    public Guid UserId { get; private set; }

    public string MarkHash { get; private set; } = "";
}

/// <summary>What somebody sent after her session had ended: kept for her until she signs in again, unreadable to others.</summary>
public sealed class KeptForm : Entity, IUnaudited
{
    public KeptForm(Guid userId, string path, byte[] content, DateTime now)
    {
        UserId = userId;
        Path = path;
        Content = content;
        KeptAt = now;
    }

    private KeptForm()
    {
        // For EF Core.
    }

    /// <summary>After this it is gone.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromHours(24);

    public Guid UserId { get; private set; }

    /// <summary>The page it was typed on.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What was typed, under a key of the person.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime KeptAt { get; private set; }
}
