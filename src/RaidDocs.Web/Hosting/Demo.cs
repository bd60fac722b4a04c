using System.Reflection;
using System.Security.Cryptography;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting;

/// <summary>A throw-away store with the demo cases and one person of each role.</summary>
internal static class Demo
{
    private const string Prefix = "demo/";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static IReadOnlyList<(string Name, string Role)> People { get; } =
    [
        ("nok", StaffRole.ResearchLeader),
        ("dao", StaffRole.ResearchPartner),
        ("mali", StaffRole.LegalAdvisor),
        ("admin", StaffRole.Administrator),
        ("auditor", StaffRole.Auditor),
    ];

    /// <summary>The second factor of all people of this demo.</summary>
    public static DemoCode NewCode() => new(RandomNumberGenerator.GetString("0123456789", 6));

    /// <summary>Fills the store and tells the passphrase, which is new each time.</summary>
    public static async Task<string> FillAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var passphrase = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
        await using var scope = services.CreateAsyncScope();
        var people = new List<StaffUser>();
        foreach (var (name, role) in People)
        {
            people.Add(await Setup.AddPersonAsync(scope.ServiceProvider, name, passphrase, role));
        }

        // The administrator and the auditor see no case.
        var team = people.Take(3).Select(person => person.Id).ToList();
        var today = services.GetRequiredService<TimeProvider>().Today();
        foreach (var (name, json) in Cases())
        {
            await using var db = Store.OperatorContext(scope.ServiceProvider);
            var (file, problems) = CaseReader.Read(json, services.GetRequiredService<ReferenceLists>());
            var result = file is null
                ? new CaseImportResult(null, 0, problems)
                : await new CaseImport(db, today).RunAsync(file, checkOnly: false, again: false, team, cancellationToken);
            if (result.Problems.Count > 0)
            {
                throw new StoreException($"The demo case {name} could not be read: {result.Problems[0]}");
            }
        }

        return passphrase;
    }

    private static IEnumerable<(string Name, byte[] Json)> Cases()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Reverse())
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return (name[Prefix.Length..], bytes.ToArray());
        }
    }
}
