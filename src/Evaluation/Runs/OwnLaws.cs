using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A project's own laws: its additional files that end in .law.json.</summary>
internal static class OwnLaws
{
    public static bool IsLawFile(string path) => path.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The built-in laws and those of the files without errors. An existing id is not replaced.</summary>
    public static LawLibrary Library(IEnumerable<AdditionalText> files, CancellationToken cancellation) =>
        Library(files.Where(file => IsLawFile(file.Path)).Select(file => file.GetText(cancellation)?.ToString() ?? ""));

    /// <summary>The same from the files' texts.</summary>
    public static LawLibrary Library(IEnumerable<string> texts)
    {
        var own = new List<ScalingLaw>();
        foreach (string text in texts)
        {
            if (LawFile.Parse(text).Law is { } law && !LawLibrary.BuiltIn.TryGet(law.Id, out _) && own.All(o => !SameId(o, law)))
                own.Add(law);
        }

        return own.Count == 0 ? LawLibrary.BuiltIn : LawLibrary.BuiltIn.With(own);
    }

    private static bool SameId(ScalingLaw a, ScalingLaw b) => string.Equals(a.Id, b.Id, StringComparison.OrdinalIgnoreCase);
}
