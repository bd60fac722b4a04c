using RaidDocs.Domain.Staff;
using RaidDocs.Web.Pages.Admin;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Account;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class BuildAgeTests : IAsyncDisposable
{
    private const string Old = "It is more than 90 days old.";

    private readonly RealApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public async Task The_administrator_is_told_when_the_program_is_older_than_ninety_days(int days, bool isOld)
    {
        var (_, key) = await _app.PersonAsync("admin", StaffRole.Administrator);
        _app.Clock.Move(IndexModel.BuiltOn.AddDays(days).ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc) - _app.Clock.GetUtcNow());
        var client = _app.Client();
        await _app.SignInAsync(client, "admin", key);

        var words = (await client.OpenPageAsync("/admin")).Words();

        Assert.Contains("This program was built on ", words, StringComparison.Ordinal);
        Assert.Equal(isOld, words.Contains(Old, StringComparison.Ordinal));
    }
}
