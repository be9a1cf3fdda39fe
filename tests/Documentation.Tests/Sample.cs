using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The sources of samples/PublishedRuns, as code under test.</summary>
internal static class Sample
{
    public static Code Code =>
        Sources().Aggregate(Config.Code.As(OutputKind.ConsoleApplication), (all, file) => all.File(file.Name, file.Text));

    public static IEnumerable<(string Name, string Text)> Sources()
    {
        string folder = Path.Combine(Facts.RepositoryRoot, "samples", "PublishedRuns");
        return new DirectoryInfo(folder).GetFiles("*.cs")
            .Concat(new DirectoryInfo(Path.Combine(folder, "Runs")).GetFiles("*.cs"))
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)));
    }
}
