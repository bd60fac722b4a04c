using RaidDocs.Web.CommandLine;

return await Verbs.RunAsync(args);
