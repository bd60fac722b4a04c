namespace RaidDocs.Domain.Tests.Data;

/// <summary>For tests of files as they lie while a store runs: another test that empties all pools would bring their journal in.</summary>
[CollectionDefinition(nameof(AloneTests), DisableParallelization = true)]
public sealed class AloneTests;
