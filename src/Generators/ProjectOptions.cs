using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Generators;

/// <summary>
/// Options and law files, read once per file of the project and not once per config: the pipeline keeps them until they
/// change, and every edit requests them again for every config.
/// </summary>
internal sealed class ProjectOptions
{
    private readonly ConditionalWeakTable<SyntaxTree, RunOptions> _byTree = new();

    // Many files have the same.
    private readonly ConditionalWeakTable<AnalyzerConfigOptions, RunOptions> _read = new();
    private readonly AnalyzerConfigOptionsProvider _provider;
    private readonly LawLibrary _laws;

    public ProjectOptions(AnalyzerConfigOptionsProvider provider, EquatableArray<string> ownLaws)
    {
        _provider = provider;
        OwnLaws = ownLaws;
        _laws = Evaluation.OwnLaws.Library(ownLaws);
    }

    /// <summary>The texts of the project's own law files.</summary>
    public EquatableArray<string> OwnLaws { get; }

    public AnalyzerConfigOptions Global => _provider.GlobalOptions;

    public RunOptions Of(SyntaxTree tree) => _byTree.TryGetValue(tree, out var known) ? known : _byTree.GetValue(tree, t =>
        _read.GetValue(_provider.GetOptions(t), own => RunOptions.Read(own, _provider.GlobalOptions, _laws)));

    public RunOptions Of(AdditionalText file) => RunOptions.Read(_provider, file, _laws);

    public AnalyzerConfigOptions OptionsOf(AdditionalText file) => _provider.GetOptions(file);
}
