using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers;

/// <summary>
/// Reads an object as a config: an options object that a program has bound, or any other whose members have names that
/// mean something (docs/members.md). The same names, attributes and checks as at design time.
/// </summary>
/// <remarks>The default value of a member counts as unset: at run time nothing tells whether a 0 was written.</remarks>
public static class ConfigReader
{
#if NET8_0_OR_GREATER
    private const string Reflects = "The members of the object are found by reflection; trimming may remove them.";
#endif

    /// <summary>Reads an object.</summary>
    /// <param name="options">The object; its public properties and fields are read, and those of a member that is the
    /// model.</param>
    /// <param name="check">What the checks judge by; the defaults where null.</param>
    /// <returns>The run: its values, what follows from them, and by <see cref="ConfigRun.Check"/> what is
    /// found.</returns>
    /// <exception cref="ArgumentNullException">No object is given.</exception>
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    public static ConfigRun Read(object options, CheckOptions? check = null)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        var type = options.GetType();
        var values = new ConfigValues();
        AddMembers(values, options);
        if (Attribute.GetCustomAttribute(type, typeof(TrainingConfigAttribute), inherit: false) is TrainingConfigAttribute attribute)
            AddArguments(values, attribute);
        AddModel(values, options);
        AddFamily(values, type);
        return ConfigRun.Of(type.Name, CheckedConfig.Of(values), check ?? CheckOptions.Default, IsTraining(type));
    }

    // A type that is marked as a model only is one; everything else is a training run.
    private static bool IsTraining(Type type) =>
        Attribute.IsDefined(type, typeof(TrainingConfigAttribute), inherit: false)
            || !Attribute.IsDefined(type, typeof(ModelConfigAttribute), inherit: false);

#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    private static void AddMembers(ConfigValues values, object instance)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (Type? type = instance.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            var level = values.All.Count == 0 ? values : new ConfigValues();
            const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            foreach (var member in type.GetMembers(Declared).Where(m => IsReadable(m) && seen.Add(m.Name)))
            {
                if (ValueOf(member, instance) is { } value) level.AddEqual(value);
            }

            if (level != values) values.AddBase(level);
        }
    }

    private static bool IsReadable(MemberInfo member) => member switch
    {
        FieldInfo => true,
        PropertyInfo property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsPublic: true },
        _ => false,
    };

    private static ConfigValue? ValueOf(MemberInfo member, object instance)
    {
        var (role, scale) = RoleOf(member);
        if (role == ConfigRole.None) return null;
        object? content;
        try
        {
            content = member is FieldInfo field ? field.GetValue(instance) : ((PropertyInfo)member).GetValue(instance);
        }
        catch (TargetInvocationException thrown)
        {
            var reason = new UnknownReason(UnknownKind.Unreadable, "its getter fails: " + thrown.InnerException?.Message);
            return new ConfigValue(role, member.Name, reason, scale, ConfigValue.NoSource);
        }

        var type = TypeOf(member);
        if (content is null || (type.IsValueType && Nullable.GetUnderlyingType(type) is null && content.Equals(Activator(type))))
        {
            return new ConfigValue(role, member.Name, new UnknownReason(UnknownKind.Unset, "no value is set"), scale, ConfigValue.NoSource);
        }

        return Typed(role, member.Name, content, scale);
    }

    // A number is a choice only as a member of that choice's own enum; other enums are read by their names.
    private static ConfigValue Typed(ConfigRole role, string name, object content, double scale)
    {
        if (Choices.TypeOf(role) is { } choice && content is not string)
        {
            if (content.GetType() == choice)
                return new ConfigValue(role, name, Convert.ToInt32(content, System.Globalization.CultureInfo.InvariantCulture), scale,
                    ConfigValue.NoSource);
            var reason = new UnknownReason(UnknownKind.Unreadable, content + " is of type " + content.GetType() + ", not " + choice.Name);
            return new ConfigValue(role, name, reason, scale, ConfigValue.NoSource);
        }

        object read = content is string or bool or TimeSpan || Numerics.Numbers.IsNumber(content)
            ? content
            : new OpaqueContent(content.GetType().Name);
        return new ConfigValue(role, name, read, scale, ConfigValue.NoSource);
    }

    private static (ConfigRole Role, double Scale) RoleOf(MemberInfo member)
    {
        if (Attribute.GetCustomAttribute(member, typeof(ConfigMemberAttribute)) is ConfigMemberAttribute attribute)
        {
            return attribute.Scale is > 0 and < 1e19 ? (attribute.Role, attribute.Scale) : (ConfigRole.None, 1);
        }

        return Attribute.IsDefined(TypeOf(member), typeof(ModelConfigAttribute), inherit: false)
            ? (ConfigRole.Model, 1)
            : RoleTable.Of(member.Name);
    }

    private static Type TypeOf(MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    private static object? Activator(Type type) => Array.CreateInstance(type, 1).GetValue(0);

    private static void AddArguments(ConfigValues values, TrainingConfigAttribute attribute)
    {
        foreach (var row in RoleTable.Rows.Where(row => row.IsArgument))
        {
            object? content = Argument(attribute, row.Role);
            bool isDefault = content is null or 0 or 0.0
                || (content is Enum named && Convert.ToInt32(named, System.Globalization.CultureInfo.InvariantCulture) == 0);
            if (!isDefault) values.Add(Typed(row.Role, row.Role.ToString(), content!, 1));
        }
    }

    private static object? Argument(TrainingConfigAttribute attribute, ConfigRole role) => role switch
    {
        ConfigRole.Law => attribute.Law,
        ConfigRole.Intent => attribute.Intent,
        ConfigRole.Stage => attribute.Stage,
        ConfigRole.Accelerator => attribute.Accelerator,
        ConfigRole.AcceleratorCount => attribute.AcceleratorCount,
        ConfigRole.Utilization => attribute.Utilization,
        ConfigRole.Precision => attribute.Precision,
        ConfigRole.PeakFlopsPerSecond => attribute.PeakFlopsPerSecond,
        ConfigRole.PricePerAcceleratorHour => attribute.PricePerAcceleratorHour,
        ConfigRole.MaxFlops => attribute.MaxFlops,
        ConfigRole.MaxAcceleratorHours => attribute.MaxAcceleratorHours,
        ConfigRole.MaxCost => attribute.MaxCost,
        ConfigRole.MaxDays => attribute.MaxDays,
        ConfigRole.Justification => attribute.Justification,
        _ => null,
    };

#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    private static void AddModel(ConfigValues values, object options)
    {
        if (ModelOf(options) is not { } model) return;
        var inner = new ConfigValues();
        AddMembers(inner, model);
        foreach (var value in inner.All.Where(value => RoleTable.IsOfModel(value.Role))) values.Add(value);
        AddFamily(values, model.GetType());
    }

    // The member that is the model; of two neither is taken.
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    private static object? ModelOf(object options)
    {
        var models = options.GetType().GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .Where(member => IsReadable(member) && RoleOf(member).Role == ConfigRole.Model)
            .Select(member => member is FieldInfo field ? field.GetValue(options) : ((PropertyInfo)member).GetValue(options))
            .Where(model => model is not null and not string and not Type && !model.GetType().IsPrimitive)
            .ToArray();
        return models.Length == 1 ? models[0] : null;
    }

    private static void AddFamily(ConfigValues values, Type type)
    {
        for (Type? t = type; t is not null && !values.HasModel; t = t.BaseType)
        {
            if (Attribute.GetCustomAttribute(t, typeof(ModelConfigAttribute), inherit: false) is not ModelConfigAttribute attribute)
                continue;
            values.HasModel = true;
            values.Family = attribute.Family;
        }
    }
}
