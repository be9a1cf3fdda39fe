using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScalingAnalyzers.Testing.Tests.ThrowAway;

/// <summary>Reports types whose name starts in lower case; how much it minds is an option.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LowercaseTypes : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule =
        new("LOWER", "Lower case", "'{0}' is lower case, at most {1} letters", "Test", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.Name == "crash") throw new InvalidOperationException("as asked");
                Location place = symbol.Symbol.Locations[0];
                var options = symbol.Options.AnalyzerConfigOptionsProvider;
                string limit = options.GetOptions(place.SourceTree!).TryGetValue("test.limit", out string? here) ? here
                    : options.GlobalOptions.TryGetValue("build_property.TestLimit", out string? everywhere) ? everywhere
                    : "all";
                bool longEnough = !int.TryParse(limit, out int letters) || symbol.Symbol.Name.Length <= letters;
                if (symbol.Symbol.Name is [>= 'a' and <= 'z', ..] && longEnough)
                    symbol.ReportDiagnostic(Diagnostic.Create(Rule, place, symbol.Symbol.Locations.Skip(1), symbol.Symbol.Name, limit));
            },
            SymbolKind.NamedType);
    }
}

/// <summary>Reports the word TODO in C# files as TODO, and in additional files as NOTE, with the file's
/// Owner.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TodoWords : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Todo = new("TODO1", "Todo", "to do", "Test", DiagnosticSeverity.Warning, true);
    private static readonly DiagnosticDescriptor Note = new("NOTE1", "Note", "{0}", "Test", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Todo, Note);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxTreeAction(file =>
        {
            string text = file.Tree.ToString();
            for (int at = text.IndexOf("TODO", StringComparison.Ordinal); at >= 0; at =
                text.IndexOf("TODO", at + 1, StringComparison.Ordinal))
                file.ReportDiagnostic(Diagnostic.Create(Todo, Location.Create(file.Tree, new(at, 4))));
        });
        context.RegisterAdditionalFileAction(file =>
        {
            var text = file.AdditionalFile.GetText()!;
            int at = text.ToString().IndexOf("TODO", StringComparison.Ordinal);
            if (at < 0) return;
            file.Options.AnalyzerConfigOptionsProvider.GetOptions(file.AdditionalFile)
                .TryGetValue("build_metadata.AdditionalFiles.Owner", out string? owner);
            Location place = Location.Create(file.AdditionalFile.Path, new(at, 4), text.Lines.GetLinePositionSpan(new(at, 4)));
            file.ReportDiagnostic(Diagnostic.Create(Note, place, owner ?? "nobody"));
        });
    }
}
