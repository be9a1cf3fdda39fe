using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Testing;

/// <summary>The options of a project, read from config texts by the compiler's own parser.</summary>
internal sealed class ConfigOptions : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet _configs;

    private ConfigOptions(AnalyzerConfigSet configs) => _configs = configs;

    public override AnalyzerConfigOptions GlobalOptions => new Values(_configs.GlobalConfigOptions.AnalyzerOptions);

    /// <summary>The options and additional files of a project, as the compiler passes them to analyzers and
    /// generators.</summary>
    public static AnalyzerOptions Of(CodeProject project) =>
        new(project.AdditionalFiles.Select(file => AdditionalFile(project, file)).ToImmutableArray(), ProviderOf(project));

    /// <summary>The options of a project alone.</summary>
    public static ConfigOptions ProviderOf(CodeProject project) => new(AnalyzerConfigSet.Create(
        project.ConfigTexts().Select(config => AnalyzerConfig.Parse(config.Text, config.Path)).ToArray()));

    /// <summary>An additional file in the compiler's view.</summary>
    public static AdditionalText AdditionalFile(CodeProject project, CodeFile file) =>
        new TextInMemory(project.Folder + file.Name, Markup.Parse(file.Marked).Text);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => At(tree.FilePath);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => At(textFile.Path);

    private Values At(string path) => new(_configs.GetOptionsForSourcePath(path).AnalyzerOptions);

    private sealed class Values : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> _values;

        public Values(ImmutableDictionary<string, string> values) => _values = values;

        public override IEnumerable<string> Keys => _values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }

    private sealed class TextInMemory : AdditionalText
    {
        private readonly SourceText _text;

        public TextInMemory(string path, string text)
        {
            Path = path;
            _text = SourceText.From(text, Encoding.UTF8);
        }

        public override string Path { get; }

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
