using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Testing;

public sealed partial record Code
{
    /// <summary>All reports of the analyzers, in source order, regardless of the markup.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics() => (await Analysis.Of(this)).Reported;

    /// <summary>
    /// Fails unless the analyzers report exactly the marked spans, in every file; returns the reports.
    /// </summary>
    public async Task<ImmutableArray<Diagnostic>> ReportsAsMarked()
    {
        ImmutableArray<Diagnostic> reported = await Diagnostics();
        ImmutableArray<Expected> expected = ExpectedByMarkup();
        var missing = new List<Expected>(expected);
        var unexpected = new List<Diagnostic>();
        foreach (Diagnostic diagnostic in reported)
            if (!missing.Remove(Expected.Of(diagnostic))) unexpected.Add(diagnostic);
        if (missing.Count + unexpected.Count == 0) return reported;

        var lines = new List<string> { "What was reported is not what is marked." };
        lines.AddRange(missing.Select(one => $"Missing:\n  {one.Id} {Place(one)}"));
        lines.AddRange(unexpected.Select(one => "Not marked:\n" + Report.Line(one)));
        lines.Add(reported.IsEmpty ? "Nothing was reported." : "All that was reported:\n" + Report.Lines(reported));
        Assert.Fail(string.Join("\n", lines));
        return reported;
    }

    /// <summary>Fails if the analyzers report anything; not for marked code.</summary>
    public async Task ReportsNothing()
    {
        if (!ExpectedByMarkup().IsEmpty) Assert.Fail("The code has marks, but nothing is to be reported.");
        await ReportsAsMarked();
    }

    private ImmutableArray<Expected> ExpectedByMarkup()
    {
        IEnumerable<Expected> expected =
            from project in Projects
            from file in project.Files.Concat(project.AdditionalFiles)
            from mark in Markup.Parse(file.Marked).Spans
            select new Expected(project.Folder + file.Name, mark.Span, mark.Id ?? DefaultRule());
        return expected.ToImmutableArray();
    }

    private string DefaultRule()
    {
        if (MarkedRule is not null) return MarkedRule;
        ImmutableArray<string> ids = Analyzers
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Select(descriptor => descriptor.Id)
            .Where(id => OnlyRules?.Contains(id) != false)
            .Distinct()
            .ToImmutableArray();
        if (ids.Length != 1)
            Assert.Fail(
                $"[|...|] could mean {(ids.IsEmpty ? "no rule" : string.Join(" or ", ids))}: say which with Marking, or mark "
                    + $"{{|ID:...|}}.");
        return ids[0];
    }

    private string Place(Expected expected)
    {
        CodeFile file = Projects
            .SelectMany(
                project => project.Files.Concat(project.AdditionalFiles).Select(file => (Path: project.Folder + file.Name, File: file)))
            .First(candidate => candidate.Path == expected.Path).File;
        return Report.Place(expected.Path, SourceText.From(Markup.Parse(file.Marked).Text), expected.Span);
    }

    private sealed record Expected(string Path, TextSpan Span, string Id)
    {
        public static Expected Of(Diagnostic diagnostic) =>
            new(Report.PathOf(diagnostic), diagnostic.Location.SourceSpan, diagnostic.Id);
    }
}
