using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers;

/// <summary>
/// What a reader of some format has found: a value a role, or why it is unknown, and the model; and the run that
/// follows.
/// The tokens, the batch and the ranks are multiplied here, by the meaning that the trainer gives its words.
/// </summary>
public sealed class ConfigRunBuilder
{
    private readonly ConfigValues _values;

    /// <summary>Starts an empty config.</summary>
    /// <param name="trainer">One of <see cref="Trainers"/>; null where the names of the values decide.</param>
    /// <exception cref="ArgumentException">There is no such trainer.</exception>
    public ConfigRunBuilder(string? trainer = null)
    {
        if (trainer is not null && !Trainers.Contains(trainer, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                "There is no trainer '" + trainer + "'; expected one of " + string.Join(", ", Trainers) + ".", nameof(trainer));
        }

        _values = new ConfigValues { Trainer = trainer };
    }

    /// <summary>The trainers whose words for batch and accumulation are known.</summary>
    public static IReadOnlyList<string> Trainers { get; } = Configuration.Trainers.All.Select(trainer => trainer.Name).ToArray();

    /// <summary>Adds a value in the unit of its role. The first value of a role counts, unless it means "not
    /// set".</summary>
    /// <param name="role">The role.</param>
    /// <param name="name">The key or member, as messages call it.</param>
    /// <param name="content">A number, text, truth value or time; null where null is written.</param>
    /// <exception cref="ArgumentNullException">No name is given.</exception>
    public void Set(ConfigRole role, string name, object? content)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        object? read = content is null or string or bool or TimeSpan || Numerics.Numbers.IsNumber(content)
            ? content
            : new OpaqueContent(content.GetType().Name);
        _values.Add(new ConfigValue(role, name, read, 1, ConfigValue.NoSource));
    }

    /// <summary>Adds a value that cannot be what its role needs, which SCALE902 reports.</summary>
    /// <param name="role">The role.</param>
    /// <param name="name">The key or member.</param>
    /// <param name="content">What is written.</param>
    /// <param name="why">What it does wrong, continuing "'X' is "wide": it ...".</param>
    /// <exception cref="ArgumentNullException">No name, content or reason is given.</exception>
    public void SetImpossible(ConfigRole role, string name, string content, string why)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        if (content is null) throw new ArgumentNullException(nameof(content));
        if (why is null) throw new ArgumentNullException(nameof(why));
        _values.AddRefused(new ConfigValue(role, name, content, 1, ConfigValue.NoSource), why);
    }

    /// <summary>Adds a value that is written and cannot be known: nothing that needs it is computed.</summary>
    /// <param name="role">The role.</param>
    /// <param name="name">The key or member.</param>
    /// <param name="why">Why it is unknown, continuing "no value for 'X': ...".</param>
    /// <exception cref="ArgumentNullException">No name or reason is given.</exception>
    public void SetUnknown(ConfigRole role, string name, string why)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        if (why is null) throw new ArgumentNullException(nameof(why));
        _values.Add(new ConfigValue(role, name, new UnknownReason(UnknownKind.GivenByReader, why), 1, ConfigValue.NoSource));
    }

    /// <summary>Most weights stay as they are, as beside an adapter: FLOPs and hours of a whole training do not hold.
    /// </summary>
    /// <param name="why">What shows it: "'adapter' is qlora".</param>
    /// <exception cref="ArgumentNullException">No reason is given.</exception>
    public void SetPartlyTrained(string why) => _values.PartlyTrained = why ?? throw new ArgumentNullException(nameof(why));

    /// <summary>The model, as a config describes it; a problem of the config is one of the run.</summary>
    /// <param name="model">The config.</param>
    /// <exception cref="ArgumentNullException">No config is given.</exception>
    public void SetModel(HuggingFaceConfig model)
    {
        if (model is null) throw new ArgumentNullException(nameof(model));
        if (model.Declared is not { } declared) return;
        _values.HasModel = true;
        _values.Family = model.ModelType;
        _values.Shape = model.Impossible is { } impossible ? FamilyShape.OfImpossible(declared, impossible)
            : model.Problem is { } problem ? FamilyShape.Refused(declared, ConfigRole.None, problem.Message)
            : FamilyShape.Of(declared);
    }

    /// <summary>The model, as a shape.</summary>
    /// <param name="shape">The shape; an impossible one is a problem of the run.</param>
    /// <exception cref="ArgumentNullException">No shape is given.</exception>
    public void SetModel(TransformerShape shape)
    {
        _values.HasModel = true;
        _values.Shape = FamilyShape.Of(shape ?? throw new ArgumentNullException(nameof(shape)));
    }

    /// <summary>The run of the values, checked.</summary>
    /// <param name="name">What messages call the run.</param>
    /// <param name="options">What the checks judge by; the defaults where null.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentNullException">No name is given.</exception>
    public ConfigRun Build(string name, CheckOptions? options = null) => ConfigRun.Of(
        name ?? throw new ArgumentNullException(nameof(name)), CheckedConfig.Of(_values), options ?? CheckOptions.Default);
}
