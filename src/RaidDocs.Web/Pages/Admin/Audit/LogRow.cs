using System.Text.Json;

namespace RaidDocs.Web.Pages.Admin.Audit;

/// <summary>A line of the log. What was hashed is what is shown, so nothing else on the line can mislead.</summary>
public sealed record LogRow(long Number, DateTime At, string Json, string Hash, string? Person)
{
    private readonly JsonElement _line = JsonSerializer.Deserialize<JsonElement>(Json);

    public string Action => Value("action");

    public string ObjectType => Value("objectType");

    public string ObjectId => Value("objectId");

    public string RaidId => Value("raidId");

    public string ActorId => Value("actorId");

    public string Role => Value("role");

    public string Fields => string.Join(", ", _line.GetProperty("fields").EnumerateArray().Select(name => name.GetString()));

    private string Value(string name) => _line.GetProperty(name).GetString() ?? "";
}
