package dev.atrium.store.jpa;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryState;
import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutboxEntry;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.core.outbox.RetrySchedule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of ATRIUM_OUTBOX; it keeps instants to the millisecond. */
@Entity(name = "AtriumOutbox")
@Table(name = "ATRIUM_OUTBOX")
public class OutboxEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "SEQUENCE_NR", nullable = false)
    private long sequence;

    @Column(name = "CHANNEL", length = 20, nullable = false)
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Channel channel;

    @Column(name = "DESTINATION", length = 100, nullable = false)
    private String destination;

    @Column(name = "RECIPIENT", nullable = false)
    private String recipient;

    @Column(name = "TOPIC", length = 100, nullable = false)
    private String topic;

    @Column(name = "CONTENT", length = Length.LONG32, nullable = false)
    private String content;

    @Column(name = "USER_ID")
    private @Nullable String userId;

    @Column(name = "PROJECT_ID", length = 36)
    private @Nullable String projectId;

    @Column(name = "STATE", length = 20, nullable = false)
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DeliveryState state;

    @Column(name = "ATTEMPTS", nullable = false)
    private int attempts;

    @Column(name = "IS_TAKEN", nullable = false)
    private boolean taken;

    @Column(name = "CREATED_AT", nullable = false)
    private long created;

    @Column(name = "NEXT_ATTEMPT_AT", nullable = false)
    private long nextAttempt;

    @Column(name = "GIVE_UP_AT", nullable = false)
    private long giveUp;

    @Column(name = "ENDED_AT")
    private @Nullable Long ended;

    @Column(name = "PROBLEM", length = 500)
    private @Nullable String problem;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected OutboxEntity() {}

    public OutboxEntity(String realmId, long sequence, OutgoingMessage message) {
        this.id = message.id().value();
        this.realmId = realmId;
        this.sequence = sequence;
        this.channel = message.channel();
        this.destination = message.destination().value();
        this.recipient = message.recipient();
        this.topic = message.topic();
        this.content = message.content();
        this.userId = message.user().map(UserId::value).orElse(null);
        this.projectId = message.project().map(ProjectId::value).orElse(null);
        this.state = DeliveryState.WAITING;
        this.created = message.created().toEpochMilli();
        this.nextAttempt = created;
        this.giveUp = message.created().plus(RetrySchedule.GIVE_UP_AFTER).toEpochMilli();
    }

    public DueMessage toDue() {
        return new DueMessage(realmId, toEntry());
    }

    public OutboxEntry toEntry() {
        return new OutboxEntry(
                toMessage(),
                state,
                attempts,
                Instant.ofEpochMilli(nextAttempt),
                Instant.ofEpochMilli(giveUp),
                Optional.ofNullable(ended).map(Instant::ofEpochMilli),
                Optional.ofNullable(problem));
    }

    private OutgoingMessage toMessage() {
        return new OutgoingMessage(
                new MessageId(id),
                channel,
                new Destination(destination),
                recipient,
                topic,
                content,
                Optional.ofNullable(userId).map(UserId::new),
                Optional.ofNullable(projectId).map(ProjectId::new),
                Instant.ofEpochMilli(created));
    }
}
