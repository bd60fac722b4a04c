using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

/// <summary>That home does not read the long tables from end to end.</summary>
public sealed partial class SmallIndexTests(CountingApp app) : IClassFixture<CountingApp>
{
    [Theory]
    [InlineData("IX_Stays_Open")]
    [InlineData("IX_Consents_Ending")]
    [InlineData("IX_Violations_ToTalkAbout")]
    [InlineData("IX_Hearings_Open")]
    [InlineData("IX_Hearings_Next")]
    [InlineData("IX_Clocks_Open")]
    public async Task Home_asks_an_index_of_what_is_still_open(string index)
    {
        var client = app.ClientFor(StaffRole.ResearchLeader);
        Assert.SkipWhen(app.IsOnServer, "PostgreSQL chooses by how long a table is.");

        var commands = await app.CommandsAsync(() => client.GetAsync("/"));

        Assert.Contains(await app.DbAsync(db => PlansAsync(db, commands)), step => step.Contains(index, StringComparison.Ordinal));
    }

    // How SQLite would answer; what is asked for makes no difference to that.
    private static async Task<List<string>> PlansAsync(DbContext db, IEnumerable<string> commands)
    {
        await db.Database.OpenConnectionAsync();
        var steps = new List<string>();
        foreach (var sql in commands)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct())
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
                command.Parameters.Add(parameter);
            }

            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                steps.Add(reader.GetString(3));
            }
        }

        return steps;
    }

    [GeneratedRegex("@\\w+")]
    private static partial Regex Parameter();
}
