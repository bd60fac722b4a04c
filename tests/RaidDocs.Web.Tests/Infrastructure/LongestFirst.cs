using RaidDocs.Web.Tests.Browser;
using RaidDocs.Web.Tests.CommandLine;
using RaidDocs.Web.Tests.Family;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Server;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>What takes minutes begins first, or it would run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        nameof(EveryPageTests), nameof(FamilyJourney), nameof(KilledSavingTests), nameof(KilledBackupTests), nameof(KilledProgramTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal)) is var place and >= 0 ? place : Long.Length)];
}
